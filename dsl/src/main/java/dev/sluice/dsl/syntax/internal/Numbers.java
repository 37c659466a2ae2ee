package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Node;
import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as they are written. */
final class Numbers {

  /** More than any database's type holds; what is larger only costs memory. */
  private static final int DIGITS = 400;

  private Numbers() {}

  static Node.NumberLiteral literal(String written, boolean percent, Span span) {
    String digits = percent ? written.substring(0, written.length() - 1) : written;
    BigDecimal value = value(digits, span);
    return new Node.NumberLiteral(value, percent, spelling(digits) + (percent ? "%" : ""), span);
  }

  static BigDecimal value(String written, Span span) {
    int exponent = written.toLowerCase(Locale.ROOT).indexOf('e');
    boolean huge = written.length() > DIGITS || (exponent >= 0 && written.length() - exponent > 6);
    if (!huge) {
      BigDecimal value = new BigDecimal(written);
      if (value.scale() <= DIGITS && value.precision() - value.scale() <= DIGITS) {
        return value;
      }
    }
    throw Refusal.of(Code.E0203, "`" + Tokens.cut(written) + "` is out of range", span)
        .help("a number has at most " + DIGITS + " digits");
  }

  /** A count of rows or groups. */
  static long count(String written, Span span) {
    try {
      return value(written, span).longValueExact();
    } catch (ArithmeticException fraction) {
      throw Refusal.of(Code.E0203, "`" + Tokens.cut(written) + "` is not a count", span)
          .help("a count is a whole number, such as 10");
    }
  }

  /**
   * Digits as written, without needless zeros in front, {@code e} and its number at their shortest.
   */
  private static String spelling(String written) {
    return written
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^0+(?=\\d)", "")
        .replaceFirst("e\\+?(-?)0*(?=\\d)", "e$1");
  }
}
