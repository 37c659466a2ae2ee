package dev.sluice.engine.suggest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Tolerances that a later load of the same kind would keep: the lower end of Wilson's interval for
 * a share, at 95 % (E. B. Wilson, 1927), rounded down.
 */
final class Confidence {

  /** Fewer than these say too little about a share. */
  private static final long FEWEST = 30;

  /** The quantile of the normal distribution for 95 %, both sides. */
  private static final double Z = 1.959963984540054;

  private Confidence() {}

  /** {@code for at least 71%}; nothing where there are too few to tell. */
  static Optional<String> atLeast(long good, long all) {
    if (all < FEWEST || good <= 0) {
      return Optional.empty();
    }
    BigDecimal percent = rounded(lower(good, all) * 100);
    return percent.signum() > 0
        ? Optional.of("for at least " + percent.stripTrailingZeros().toPlainString() + "%")
        : Optional.empty();
  }

  static double lower(long good, long all) {
    double share = (double) good / all;
    double square = Z * Z / all;
    double spread = Z * Math.sqrt(share * (1 - share) / all + square / (4 * all));
    return (share + square / 2 - spread) / (1 + square);
  }

  /** Whole percents; above 99 the rest is rounded up to 1, 2 or 5 tenths, hundredths... */
  private static BigDecimal rounded(double percent) {
    if (percent < 99) {
      return BigDecimal.valueOf(percent).setScale(0, RoundingMode.DOWN);
    }
    BigDecimal rest = BigDecimal.valueOf(100).subtract(BigDecimal.valueOf(percent));
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(rest.precision() - rest.scale() - 1);
    BigDecimal rounded = unit.movePointRight(1);
    for (int times : new int[] {5, 2, 1}) {
      BigDecimal wider = unit.multiply(BigDecimal.valueOf(times));
      if (wider.compareTo(rest) >= 0) {
        rounded = wider;
      }
    }
    return BigDecimal.valueOf(100).subtract(rounded);
  }
}
