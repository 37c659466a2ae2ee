package dev.sluice.dsl.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact division, as means and shares are divided. */
public final class Quotient {

  private static final int DIGITS = 20;

  private Quotient() {}

  /**
   * The quotient to 20 digits behind the point, halves away from zero, without trailing zeros: for
   * fewer than 10^12 rows it compares with a limit of up to 6 decimals as the exact one does.
   *
   * @throws ArithmeticException when divided by 0
   */
  public static BigDecimal of(BigDecimal dividend, BigDecimal divisor) {
    BigDecimal quotient =
        dividend.divide(divisor, DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    return quotient.scale() < 0 ? quotient.setScale(0) : quotient;
  }
}
