package dev.sluice.engine.suggest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Round ends around what was seen, a tenth of its width apart from it at least, so that the next
 * load does not fail for a value that is a little larger. No end is put beyond 0 where no value is,
 * and none beyond the limits of shares and percents, 1 and 100, where the values come close to
 * them.
 */
record Headroom(BigDecimal low, BigDecimal high) {

  private static final BigDecimal CLOSE = new BigDecimal("0.9");
  private static final List<BigDecimal> LIMITS = List.of(BigDecimal.ONE, BigDecimal.valueOf(100));

  /** Around numbers of which the second is larger. */
  static Headroom around(BigDecimal least, BigDecimal most) {
    BigDecimal width = most.subtract(least);
    BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(width.precision() - width.scale() - 1);
    BigDecimal spare = width.movePointLeft(1);
    BigDecimal low = down(least.subtract(spare), step);
    BigDecimal high = down(most.add(spare).negate(), step).negate();
    if (least.signum() >= 0) {
      low = low.max(BigDecimal.ZERO);
      high = limited(most, high);
    }
    if (most.signum() <= 0) {
      high = high.min(BigDecimal.ZERO);
      low = limited(least.negate(), low.negate()).negate();
    }
    return new Headroom(low, high);
  }

  private static BigDecimal down(BigDecimal number, BigDecimal step) {
    return number.divide(step, 0, RoundingMode.FLOOR).multiply(step);
  }

  /** The natural limit just above the number instead of the end, when the number comes close. */
  private static BigDecimal limited(BigDecimal number, BigDecimal end) {
    return LIMITS.stream()
        .filter(limit -> number.compareTo(limit) <= 0)
        .filter(limit -> number.compareTo(limit.multiply(CLOSE)) >= 0)
        .findFirst()
        .map(limit -> limit.min(end))
        .orElse(end);
  }

  /** The smallest number of two digits and zeros that is not below; of counts. */
  static long roundUp(long number) {
    long unit = unit(number);
    return Math.floorDiv(number + unit - 1, unit) * unit;
  }

  /** The largest number of two digits and zeros that is not above; of counts. */
  static long roundDown(long number) {
    long unit = unit(number);
    return number / unit * unit;
  }

  private static long unit(long number) {
    long unit = 1;
    while (number / unit >= 100) {
      unit *= 10;
    }
    return unit;
  }
}
