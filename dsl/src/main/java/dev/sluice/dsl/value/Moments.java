package dev.sluice.dsl.value;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Statistics of doubles by their central moments, two passes; never of no values. */
final class Moments {

  private final int count;
  private final boolean constant;
  private final double second;
  private final double third;
  private final double fourth;

  private Moments(double[] values) {
    double mean = sum(values) / values.length;
    count = values.length;
    constant = constant(values);
    second = constant ? 0 : power(values, mean, 2) / count;
    third = power(values, mean, 3) / count;
    fourth = power(values, mean, 4) / count;
  }

  static Moments of(double[] values) {
    return new Moments(values);
  }

  /** Of the population: divided by n. */
  double populationVariance() {
    return second;
  }

  /** Of the sample: divided by n - 1; null of one value. */
  @Nullable Double variance() {
    return count < 2 ? null : Double.valueOf(second * count / (count - 1));
  }

  /**
   * G1, the adjusted Fisher-Pearson coefficient: {@code sqrt(n (n - 1)) / (n - 2) * m3 / m2^1.5};
   * Joanes and Gill (1998), as DuckDB's {@code skewness}.
   */
  @Nullable Double skewness() {
    if (count < 3 || constant) {
      return null;
    }
    double n = count;
    return Math.sqrt(n * (n - 1)) / (n - 2) * third / Math.pow(second, 1.5);
  }

  /**
   * G2, the adjusted excess kurtosis: {@code (n - 1) / ((n - 2) (n - 3)) * ((n + 1) (m4 / m2^2 - 3)
   * + 6)}; Joanes and Gill (1998), as DuckDB's {@code kurtosis}.
   */
  @Nullable Double kurtosis() {
    if (count < 4 || constant) {
      return null;
    }
    double n = count;
    double excess = fourth / (second * second) - 3;
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
  }

  /** Pearson's coefficient; null when one side does not vary. */
  static @Nullable Double correlation(double[] left, double[] right) {
    if (constant(left) || constant(right)) {
      return null;
    }
    double leftMean = sum(left) / left.length;
    double rightMean = sum(right) / right.length;
    double[] products = new double[left.length];
    Arrays.setAll(products, i -> (left[i] - leftMean) * (right[i] - rightMean));
    return sum(products) / Math.sqrt(power(left, leftMean, 2) * power(right, rightMean, 2));
  }

  /** {@code -sum(p * ln p)} over the frequencies of the values. */
  static double entropy(Collection<Integer> frequencies, int total) {
    double entropy = 0;
    for (int frequency : frequencies) {
      double share = (double) frequency / total;
      entropy -= share * Math.log(share);
    }
    return entropy + 0.0;
  }

  /** The sum with Neumaier's correction of what rounding loses. */
  static double sum(double[] values) {
    double sum = 0;
    double lost = 0;
    for (double value : values) {
      double next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
      sum = next;
    }
    return Double.isFinite(sum) ? sum + lost : sum;
  }

  private static double power(double[] values, double mean, int exponent) {
    return sum(Arrays.stream(values).map(value -> Math.pow(value - mean, exponent)).toArray());
  }

  private static boolean constant(double[] values) {
    return Double.isFinite(values[0]) && Arrays.stream(values).allMatch(each -> each == values[0]);
  }
}
