package dev.sluice.connectors.sqlite;

import java.math.BigDecimal;

/**
 * Exact numbers in SQLite, which has integers of 64 bits and doubles: a decimal is the double
 * nearest to it, and means the shortest decimal that this double stands for. That holds for 15
 * digits; what needs more is an error, never another number.
 */
final class Exact {

  private Exact() {}

  /** The decimal that a stored double means. */
  static BigDecimal decimal(double stored) {
    if (Double.isNaN(stored) || Double.isInfinite(stored)) {
      throw new ArithmeticException("an infinite number where an exact one was expected");
    }
    BigDecimal shortest = BigDecimal.valueOf(stored).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /** A number as SQLite stores it: a Long or a Double. */
  static Number stored(BigDecimal number) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.toBigInteger().bitLength() < Long.SIZE) {
      return plain.longValueExact();
    }
    double nearest = plain.doubleValue();
    if (Double.isInfinite(nearest) || decimal(nearest).compareTo(plain) != 0) {
      throw new ArithmeticException("a number has more digits than SQLite keeps");
    }
    return nearest;
  }

  /** The same, rounded where there is no such number. */
  static Number nearest(BigDecimal number) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.toBigInteger().bitLength() < Long.SIZE) {
      return plain.longValueExact();
    }
    return plain.doubleValue();
  }
}
