package dev.sluice.dsl.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.function.Metrics;
import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Metrics of small columns whose values are known. */
class MetricsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "row_count|integer|1 NULL 1|3",
        "count|integer|1 NULL 1|2",
        "count|integer||0",
        "count|text|NULL|0",
        "distinct_count|integer|1 NULL 1 2|2",
        "distinct_count|decimal|1.0 1.00 1|1",
        "distinct_count|double|NaN NaN 0.0 -0.0|2",
        "distinct_count|text|a A a|2",
        "duplicate_count|integer|1 1 1 2 NULL NULL|2",
        "duplicate_count|integer||0",
        "sum|integer|9223372036854775807 9223372036854775807|18446744073709551614",
        "sum|decimal|0.1 0.2 NULL|0.3",
        "sum|double|0.1 0.2|0.30000000000000004",
        "sum|double|1e100 1 -1e100|1",
        "sum|double|1 NaN|NaN",
        "sum|double|1 Infinity|Infinity",
        "sum|integer||NULL",
        "sum|integer|NULL NULL|NULL",
        "avg|integer|1 2|1.5",
        "avg|integer|1 1 2|1.33333333333333",
        "avg|decimal|0.10 0.20|0.15",
        "avg|double|1 2 4|2.3333333333333335",
        "avg|integer||NULL",
        "min|integer|3 NULL 1|1",
        "max|text|a B ﬁ 😀|😀",
        "min|text|b B|B",
        "min|double|NaN 1|1",
        "max|double|NaN 1|NaN",
        "min|integer||NULL",
        "median|integer|1 2 3 10|2.5",
        "median|integer|3 1 2|2",
        "median|decimal|1.1|1.1",
        "median|double|1 NaN|NaN",
        "median|integer|NULL|NULL",
        "stddev|integer|2 4 4 4 5 5 7 9|2.138089935299395",
        "variance|integer|2 4 4 4 5 5 7 9|4.571428571428571",
        "stddev_pop|integer|2 4 4 4 5 5 7 9|2",
        "variance_pop|integer|2 4 4 4 5 5 7 9|4",
        "stddev|integer|5|NULL",
        "stddev_pop|integer|5|0",
        "variance|double|0.1 0.1 0.1|0",
        "variance|double|1 NaN|NaN",
        "variance|double|Infinity Infinity|NaN",
        "mode|integer|1 2 2 1 3|1",
        "mode|text|b a b NULL NULL NULL|b",
        "mode|boolean|true false|false",
        "mode|integer||NULL",
        "entropy|text|a b a b|0.6931471805599453",
        "entropy|text|a a NULL|0",
        "entropy|text||NULL",
        "share|boolean|true false true NULL|0.666666666666667",
        "share|boolean|true true false|0.666666666666667",
        "share|boolean|false false|0",
        "share|boolean|NULL|NULL",
        "skewness|integer|1 2 3 10|1.763632614803888",
        "skewness|integer|1 2|NULL",
        "skewness|double|0.1 0.1 0.1 0.1|NULL",
        "kurtosis|integer|1 2 3 10|3.228",
        "kurtosis|integer|1 2 3|NULL",
      })
  void ofOneColumn(String word, String type, @Nullable String values, String expected) {
    Metric metric = Metrics.find(word).orElseThrow();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object value : column(values, type)) {
      rows.add(Arrays.asList(value));
    }
    Type of = named(type);
    List<Type> arguments = metric == Metric.ROW_COUNT ? List.of() : List.of(of);
    Object found =
        MetricEvaluator.evaluate(metric, rows, Metrics.result(metric, arguments).orElseThrow());
    if (found instanceof Double number && Double.isFinite(number)) {
      assertThat(number).isCloseTo(Double.parseDouble(expected), within(1e-12 * Math.abs(number)));
    } else {
      assertThat(Values.text(found)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "percentile|1 2 3 4|0.5|2.5",
        "percentile|1 2 3 4|0|1",
        "percentile|1 2 3 4|1|4",
        "percentile|10 20 30|0.95|29",
        "percentile|NULL|0.5|NULL",
        "percentile_disc|1 2 3 4|0.5|2",
        "percentile_disc|1 2 3 4|0.51|3",
        "percentile_disc|1 2 3 4|0|1",
        "percentile_disc|1 2 3 4|1|4",
        "percentile_disc|NULL|0.5|NULL",
      })
  void percentiles(String word, String values, BigDecimal share, String expected) {
    Metric metric = Metrics.find(word).orElseThrow();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object value : column(values, "integer")) {
      rows.add(Arrays.asList(value, share));
    }
    Type result = Metrics.result(metric, List.of(Type.INTEGER, Type.DECIMAL)).orElseThrow();
    assertThat(Values.text(MetricEvaluator.evaluate(metric, rows, result))).isEqualTo(expected);
  }

  @Test
  void theDiscretePercentileCountsExactly() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      rows.add(List.of(BigDecimal.valueOf(i), new BigDecimal("0.07")));
    }
    assertThat(MetricEvaluator.evaluate(Metric.PERCENTILE_DISC, rows, Type.INTEGER))
        .isEqualTo(BigDecimal.valueOf(7));
  }

  @Test
  void correlationSkipsIncompletePairs() {
    List<List<@Nullable Object>> pairs =
        List.of(
            List.of(1.0, 2.0),
            List.of(2.0, 4.0),
            List.of(3.0, 7.0),
            Arrays.asList(100.0, null),
            Arrays.asList(null, -100.0));
    Object found = MetricEvaluator.evaluate(Metric.CORRELATION, pairs, Type.DOUBLE);
    assertThat((Double) Objects.requireNonNull(found)).isCloseTo(0.9933992677987828, within(1e-15));
    assertThat(correlation(List.of(List.of(1.0, 2.0)))).isNull();
    assertThat(correlation(List.of(List.of(1.0, 2.0), List.of(1.0, 3.0)))).isNull();
    assertThat(correlation(List.of())).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "avg|integer|decimal",
        "avg|double|double",
        "avg|text|-",
        "sum|integer|integer",
        "sum|decimal|decimal",
        "sum|duration|-",
        "min|date|date",
        "max|duration|duration",
        "min|boolean|-",
        "min|json|-",
        "count|json|integer",
        "count|null|-",
        "distinct_count|json|-",
        "distinct_count|uuid|integer",
        "median|integer|double",
        "median|date|-",
        "mode|boolean|boolean",
        "entropy|text|double",
        "share|boolean|decimal",
        "share|integer|-",
        "row_count|integer|-",
      })
  void typesOfResults(String word, String argument, String expected) {
    assertThat(
            Metrics.result(Metrics.find(word).orElseThrow(), List.of(named(argument)))
                .map(Type::text)
                .orElse("-"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void everyMetricIsDescribed(Metric metric) {
    assertThat(Metrics.signature(metric)).startsWith(metric.word());
    assertThat(Metrics.documentation(metric)).isNotEmpty().doesNotEndWith(".");
    assertThat(Metrics.find(metric.name())).contains(metric);
  }

  @Test
  void aPercentileLiesBetweenZeroAndOne() {
    var rule = Metrics.constant(Metric.PERCENTILE).orElseThrow().rule();
    assertThat(rule.complaint(new BigDecimal("0.95"))).isEmpty();
    assertThat(rule.complaint(BigDecimal.ONE)).isEmpty();
    assertThat(rule.complaint(new BigDecimal("95")))
        .isEqualTo(Optional.of("the second argument of a percentile lies between 0 and 1"));
  }

  private static @Nullable Object correlation(List<List<@Nullable Object>> pairs) {
    return MetricEvaluator.evaluate(Metric.CORRELATION, pairs, Type.DOUBLE);
  }

  private static List<@Nullable Object> column(@Nullable String values, String type) {
    List<@Nullable Object> column = new ArrayList<>();
    for (String text : values == null ? new String[0] : values.split(" ", -1)) {
      column.add(text.equals("NULL") ? null : value(text, type));
    }
    return column;
  }

  private static Object value(String text, String type) {
    return switch (type) {
      case "text" -> text;
      case "boolean" -> Boolean.valueOf(text);
      case "double" -> Double.valueOf(text);
      default -> new BigDecimal(text);
    };
  }

  private static Type named(String type) {
    return new Type(Type.Family.valueOf(type.toUpperCase(Locale.ROOT)), 0, 0, "");
  }
}
