package dev.sluice.dsl.type;

import java.math.BigDecimal;
import java.util.PrimitiveIterator;

/**
 * How two values of comparable types stand to each other; never null.
 *
 * <p>Numbers of different Java classes compare as doubles when one of them is a double, as SQL
 * does, else exactly. Text goes by code point. False stands before true. The order is total: NaN
 * equals itself and stands above every number, {@code -0.0} equals {@code 0.0}; this is how values
 * are sorted and grouped. A comparison written in a sentence treats NaN otherwise, see {@link
 * #unordered}.
 */
public final class ValueOrder {

  private ValueOrder() {}

  /**
   * Negative, zero or positive.
   *
   * @throws IllegalArgumentException when the values are not of comparable types
   */
  public static int compare(Object left, Object right) {
    if (left instanceof Number first && right instanceof Number second) {
      return compareNumbers(first, second);
    }
    if (left instanceof String first && right instanceof String second) {
      return compareText(first, second);
    }
    if (left instanceof java.util.UUID && right instanceof java.util.UUID) {
      return left.toString().compareTo(right.toString());
    }
    if (left instanceof Comparable && left.getClass() == right.getClass()) {
      @SuppressWarnings("unchecked") // a class of values is comparable with itself
      Comparable<Object> comparable = (Comparable<Object>) left;
      return comparable.compareTo(right);
    }
    throw new IllegalArgumentException(
        "not comparable: " + left.getClass().getName() + " and " + right.getClass().getName());
  }

  /** True when one of the two is NaN, so that a comparison of them is false. */
  public static boolean unordered(Object left, Object right) {
    return isNaN(left) || isNaN(right);
  }

  /**
   * A stand-in by which values can be grouped: equal exactly when {@link #compare} gives zero,
   * among values of one type.
   */
  public static Object groupKey(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
    if (value instanceof Double number && number == 0.0) {
      return 0.0;
    }
    return value;
  }

  private static boolean isNaN(Object value) {
    return value instanceof Double number && number.isNaN();
  }

  private static int compareNumbers(Number left, Number right) {
    if (left instanceof BigDecimal exact && right instanceof BigDecimal other) {
      return exact.compareTo(other);
    }
    double first = left.doubleValue();
    double second = right.doubleValue();
    return first == second ? 0 : Double.compare(first, second);
  }

  private static int compareText(String left, String right) {
    PrimitiveIterator.OfInt first = left.codePoints().iterator();
    PrimitiveIterator.OfInt second = right.codePoints().iterator();
    while (first.hasNext() && second.hasNext()) {
      int difference = Integer.compare(first.nextInt(), second.nextInt());
      if (difference != 0) {
        return difference;
      }
    }
    return Boolean.compare(first.hasNext(), second.hasNext());
  }
}
