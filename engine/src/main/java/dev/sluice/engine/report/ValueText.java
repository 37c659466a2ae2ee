package dev.sluice.engine.report;

import dev.sluice.dsl.value.Values;
import java.math.BigDecimal;
import java.util.Locale;

/** Values and counts as text. */
final class ValueText {

  // beyond this a plain number is a wall of zeros, and could be made to fill the memory
  private static final int MOST_ZEROS = 400;

  private ValueText() {}

  /** As people read it; see {@link Values#text}. */
  static String of(Object value) {
    return value instanceof BigDecimal decimal ? plain(decimal) : Values.text(value);
  }

  /** All digits of a number, without an exponent unless it is a very long one. */
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
}
