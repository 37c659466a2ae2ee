package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.expression.Expression.Constant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What every database can hold, so that a bound value is the same everywhere. */
final class Bounds {

  /** Digits of a number that is kept exactly. */
  static final int DIGITS = 38;

  /** Ten thousand years. */
  static final Duration LONGEST = Duration.ofDays(3_652_500);

  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  private Bounds() {}

  static boolean holds(Constant constant) {
    Object value = constant.value();
    if (value instanceof BigDecimal number) {
      return holds(number);
    } else if (value instanceof LocalDate date) {
      return holdsYear(date.getYear());
    } else if (value instanceof LocalDateTime timestamp) {
      return holdsYear(timestamp.getYear());
    } else if (value instanceof Instant instant) {
      return holdsYear(instant.atOffset(ZoneOffset.UTC).getYear());
    }
    return !(value instanceof Duration duration) || duration.abs().compareTo(LONGEST) <= 0;
  }

  static boolean holds(BigDecimal number) {
    long before = (long) number.precision() - number.scale();
    return number.signum() == 0
        || (before <= DIGITS && number.stripTrailingZeros().scale() <= DIGITS);
  }

  private static boolean holdsYear(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
}
