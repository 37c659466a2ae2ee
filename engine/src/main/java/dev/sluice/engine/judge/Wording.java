package dev.sluice.engine.judge;

import dev.sluice.dsl.value.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentences in which a finding is told. */
public final class Wording {

  private Wording() {}

  /** {@code 1,234 rows}, {@code 1 row}. */
  public static String count(long number, String unit) {
    String noun = number == 1 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    return number(number) + " " + noun;
  }

  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /**
   * A share of a whole with two significant digits; a part that is not nothing is never told as 0
   * %, one that is not all never as 100 %.
   */
  public static String percent(long part, long whole) {
    if (whole == 0 || part == 0) {
      return "0 %";
    }
    if (part == whole) {
      return "100 %";
    }
    BigDecimal share =
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 12, RoundingMode.HALF_UP);
    if (share.compareTo(new BigDecimal("0.01")) < 0) {
      return "under 0.01 %";
    }
    if (share.compareTo(new BigDecimal("99.99")) > 0) {
      return "over 99.99 %";
    }
    int scale = share.compareTo(BigDecimal.TEN) >= 0 ? 1 : 2;
    BigDecimal rounded = share.setScale(scale, RoundingMode.HALF_UP);
    if (rounded.compareTo(BigDecimal.valueOf(100)) == 0) {
      rounded = share.setScale(2, RoundingMode.DOWN);
    }
    return rounded.stripTrailingZeros().toPlainString() + " %";
  }

  /** Of a row check or of groups. */
  static String violations(long violations, long judged, long undecided, String unit) {
    String text;
    if (judged == 0) {
      text = "0 " + unit + " decided";
    } else if (violations == 0) {
      text = count(judged, unit);
    } else {
      text =
          number(violations)
              + " of "
              + count(judged, unit)
              + (violations == 1 ? " violates it (" : " violate it (")
              + percent(violations, judged)
              + ")";
    }
    return undecided == 0 ? text : text + ", " + number(undecided) + " undecided";
  }

  /** Of a table check: what was measured. */
  static String measured(Map<String, @Nullable Object> metrics, boolean tellRows, long rows) {
    String text =
        metrics.entrySet().stream()
            .map(each -> each.getKey() + " is " + value(each.getValue()))
            .collect(Collectors.joining(", "));
    return tellRows ? text + ": the table has " + count(rows, "rows") : text;
  }

  private static String value(@Nullable Object value) {
    return value == null ? "NULL" : Values.text(value);
  }
}
