package dev.sluice.dsl.value;

import dev.sluice.dsl.type.ValueOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** What is found by sorting and counting values; never of no values. */
final class Ranks {

  private Ranks() {}

  /** The value at rank {@code share * (n - 1)} from 0, interpolated linearly in double. */
  static double interpolated(List<Object> values, BigDecimal share) {
    double[] sorted =
        values.stream()
            .sorted(ValueOrder::compare)
            .mapToDouble(value -> ((Number) value).doubleValue())
            .toArray();
    BigDecimal rank = share.multiply(BigDecimal.valueOf(sorted.length - 1L));
    int below = rank.setScale(0, RoundingMode.FLOOR).intValueExact();
    double fraction = rank.subtract(BigDecimal.valueOf(below)).doubleValue();
    return fraction == 0 || sorted[below] == sorted[below + 1]
        ? sorted[below]
        : sorted[below] + (sorted[below + 1] - sorted[below]) * fraction;
  }

  /** The smallest value such that at least the share of all values is not above it, exactly. */
  static Object discrete(List<Object> values, BigDecimal share) {
    int rank =
        share
            .multiply(BigDecimal.valueOf(values.size()))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
    return values.stream()
        .sorted(ValueOrder::compare)
        .skip(Math.max(0, rank - 1L))
        .findFirst()
        .orElseThrow();
  }

  /** The most frequent value of a sorted map, the first of several. */
  static Object mostFrequent(Map<Object, Integer> frequencies) {
    int most = frequencies.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    return frequencies.entrySet().stream()
        .filter(entry -> entry.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
