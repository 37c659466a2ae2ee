package dev.sluice.dsl.value;

import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.dsl.type.ValueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each metric is, over values in memory; exact where its type is. */
public final class MetricEvaluator {

  private MetricEvaluator() {}

  /**
   * The metric of some rows.
   *
   * @param arguments for each row that counts the values of the metric's arguments; the constant of
   *     a percentile stands in every row
   * @param result the metric's type
   * @return null for NULL
   * @throws IllegalArgumentException for {@code column_count}, which no row can tell
   */
  public static @Nullable Object evaluate(
      Metric metric, List<List<@Nullable Object>> arguments, Type result) {
    return switch (metric) {
      case ROW_COUNT -> BigDecimal.valueOf(arguments.size());
      case COLUMN_COUNT -> throw new IllegalArgumentException("rows do not tell the columns");
      case SHARE -> share(arguments);
      case CORRELATION -> correlation(arguments);
      case PERCENTILE, PERCENTILE_DISC -> percentile(metric, arguments);
      case COUNT,
          DISTINCT_COUNT,
          DUPLICATE_COUNT,
          SUM,
          AVG,
          MIN,
          MAX,
          STDDEV,
          VARIANCE,
          STDDEV_POP,
          VARIANCE_POP,
          MEDIAN,
          MODE,
          ENTROPY,
          SKEWNESS,
          KURTOSIS ->
          ofValues(metric, column(arguments, 0), result);
    };
  }

  private static @Nullable Object ofValues(Metric metric, List<Object> values, Type result) {
    if (metric == Metric.COUNT) {
      return BigDecimal.valueOf(values.size());
    }
    Map<Object, Integer> frequencies = new TreeMap<>(ValueOrder::compare);
    if (needsFrequencies(metric)) {
      values.forEach(value -> frequencies.merge(value, 1, Integer::sum));
    }
    if (metric == Metric.DISTINCT_COUNT) {
      return BigDecimal.valueOf(frequencies.size());
    }
    if (metric == Metric.DUPLICATE_COUNT) {
      return BigDecimal.valueOf(values.size() - frequencies.size());
    }
    if (values.isEmpty()) {
      return null;
    }
    return switch (metric) {
      case SUM -> sum(values, result);
      case AVG -> average(values, result);
      case MIN -> values.stream().min(ValueOrder::compare).orElseThrow();
      case MAX -> values.stream().max(ValueOrder::compare).orElseThrow();
      case MEDIAN -> Ranks.interpolated(values, new BigDecimal("0.5"));
      case MODE -> Ranks.mostFrequent(frequencies);
      case ENTROPY -> Moments.entropy(frequencies.values(), values.size());
      default -> ofMoments(metric, Moments.of(doubles(values)));
    };
  }

  private static boolean needsFrequencies(Metric metric) {
    return metric == Metric.DISTINCT_COUNT
        || metric == Metric.DUPLICATE_COUNT
        || metric == Metric.MODE
        || metric == Metric.ENTROPY;
  }

  private static @Nullable Double ofMoments(Metric metric, Moments moments) {
    Double variance = moments.variance();
    return switch (metric) {
      case VARIANCE -> variance;
      case STDDEV -> variance == null ? null : Double.valueOf(Math.sqrt(variance));
      case VARIANCE_POP -> moments.populationVariance();
      case STDDEV_POP -> Math.sqrt(moments.populationVariance());
      case SKEWNESS -> moments.skewness();
      case KURTOSIS -> moments.kurtosis();
      default -> throw new AssertionError(metric);
    };
  }

  private static Object sum(List<Object> values, Type result) {
    if (result.is(Family.DOUBLE)) {
      return Moments.sum(doubles(values));
    }
    return values.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Object average(List<Object> values, Type result) {
    Object sum = sum(values, result);
    return sum instanceof BigDecimal exact
        ? Quotient.of(exact, BigDecimal.valueOf(values.size()))
        : (Double) sum / values.size();
  }

  private static @Nullable BigDecimal share(List<List<@Nullable Object>> arguments) {
    List<Object> decided = column(arguments, 0);
    long met = decided.stream().filter(Boolean.TRUE::equals).count();
    return decided.isEmpty()
        ? null
        : Quotient.of(BigDecimal.valueOf(met), BigDecimal.valueOf(decided.size()));
  }

  private static @Nullable Double correlation(List<List<@Nullable Object>> arguments) {
    List<List<@Nullable Object>> pairs =
        arguments.stream().filter(pair -> pair.stream().allMatch(Objects::nonNull)).toList();
    return pairs.isEmpty()
        ? null
        : Moments.correlation(doubles(column(pairs, 0)), doubles(column(pairs, 1)));
  }

  private static @Nullable Object percentile(
      Metric metric, List<List<@Nullable Object>> arguments) {
    List<Object> values = column(arguments, 0);
    if (values.isEmpty()) {
      return null;
    }
    BigDecimal share = (BigDecimal) Objects.requireNonNull(arguments.get(0).get(1));
    return metric == Metric.PERCENTILE
        ? Ranks.interpolated(values, share)
        : Ranks.discrete(values, share);
  }

  /** The values of one argument that are not null. */
  private static List<Object> column(List<List<@Nullable Object>> arguments, int index) {
    List<Object> values = new ArrayList<>();
    for (List<@Nullable Object> row : arguments) {
      Object value = row.get(index);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static double[] doubles(List<Object> values) {
    return values.stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
  }
}
