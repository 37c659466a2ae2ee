package dev.sluice.dsl.value;

import dev.sluice.dsl.syntax.DurationUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as {@code 1 day 2 hours 0.5 seconds}; a day has 24 hours. */
final class DurationText {

  private static final BigDecimal NANOS_OF_MILLISECOND = BigDecimal.valueOf(1_000_000);
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,9})?");

  private DurationText() {}

  /** Days to seconds, parts that are zero left out; {@code -(...)} around a negative one. */
  static String print(Duration duration) {
    if (duration.isZero()) {
      return "0 seconds";
    }
    if (duration.isNegative()) {
      String positive = print(duration.negated());
      return positive.indexOf(' ') == positive.lastIndexOf(' ')
          ? "-" + positive
          : "-(" + positive + ")";
    }
    List<String> parts = new ArrayList<>();
    add(parts, BigDecimal.valueOf(duration.toDaysPart()), DurationUnit.DAY);
    add(parts, BigDecimal.valueOf(duration.toHoursPart()), DurationUnit.HOUR);
    add(parts, BigDecimal.valueOf(duration.toMinutesPart()), DurationUnit.MINUTE);
    BigDecimal seconds =
        BigDecimal.valueOf(duration.toSecondsPart())
            .add(BigDecimal.valueOf(duration.toNanosPart(), 9))
            .stripTrailingZeros();
    add(parts, seconds, DurationUnit.SECOND);
    return String.join(" ", parts);
  }

  /** One part or several, {@code 90 minutes} or {@code 1 day 2 hours}, all of one sign. */
  static Optional<Duration> parse(String text) {
    boolean negative = text.startsWith("-");
    String rest = negative ? text.substring(1) : text;
    if (negative && rest.startsWith("(") && rest.endsWith(")")) {
      rest = rest.substring(1, rest.length() - 1);
    }
    String[] words = rest.split(" ", -1);
    BigDecimal nanos = BigDecimal.ZERO;
    for (int i = 0; i < words.length; i += 2) {
      Optional<DurationUnit> unit =
          i + 1 < words.length ? DurationUnit.of(words[i + 1]) : Optional.empty();
      if (unit.isEmpty() || !AMOUNT.matcher(words[i]).matches()) {
        return Optional.empty();
      }
      nanos = nanos.add(nanos(new BigDecimal(words[i]), unit.get()));
    }
    return duration(nanos, negative);
  }

  private static Optional<Duration> duration(BigDecimal nanos, boolean negative) {
    BigDecimal[] seconds =
        nanos.setScale(0, RoundingMode.HALF_UP).divideAndRemainder(BigDecimal.valueOf(1, -9));
    if (seconds[0].precision() - seconds[0].scale() > 15) {
      return Optional.empty();
    }
    Duration found = Duration.ofSeconds(seconds[0].longValue(), seconds[1].longValue());
    return Optional.of(negative ? found.negated() : found);
  }

  private static BigDecimal nanos(BigDecimal amount, DurationUnit unit) {
    return amount.multiply(BigDecimal.valueOf(unit.milliseconds())).multiply(NANOS_OF_MILLISECOND);
  }

  private static void add(List<String> parts, BigDecimal amount, DurationUnit unit) {
    if (amount.signum() != 0) {
      boolean one = amount.compareTo(BigDecimal.ONE) == 0;
      parts.add(amount.toPlainString() + " " + unit.word() + (one ? "" : "s"));
    }
  }
}
