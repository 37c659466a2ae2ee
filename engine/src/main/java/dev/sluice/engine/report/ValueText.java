package dev.sluice.engine.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values of the language as text: numbers plain, moments in ISO 8601, durations in words. */
final class ValueText {

  // beyond this a plain number is a wall of zeros, and could be made to fill the memory
  private static final int MOST_ZEROS = 400;

  private ValueText() {}

  static String of(Object value) {
    if (value instanceof BigDecimal decimal) {
      return plain(decimal);
    }
    if (value instanceof LocalDateTime moment) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
    }
    if (value instanceof LocalTime time) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    return value instanceof Duration duration ? words(duration) : value.toString();
  }

  static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) > MOST_ZEROS
        ? number.toString()
        : number.toPlainString();
  }

  /** With separators between thousands. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 row}, {@code 1,234 rows}. */
  static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  private static String words(Duration duration) {
    if (duration.isNegative()) {
      return "-" + words(duration.negated());
    }
    List<String> parts = new ArrayList<>();
    part(parts, BigDecimal.valueOf(duration.toDays()), "day");
    part(parts, BigDecimal.valueOf(duration.toHoursPart()), "hour");
    part(parts, BigDecimal.valueOf(duration.toMinutesPart()), "minute");
    BigDecimal seconds =
        BigDecimal.valueOf(duration.toSecondsPart())
            .add(BigDecimal.valueOf(duration.toNanosPart(), 9));
    part(parts, seconds, "second");
    return parts.isEmpty() ? "0 seconds" : String.join(" ", parts);
  }

  private static void part(List<String> parts, BigDecimal number, String unit) {
    if (number.signum() != 0) {
      String digits = number.stripTrailingZeros().toPlainString();
      parts.add(digits + " " + unit + (digits.equals("1") ? "" : "s"));
    }
  }
}
