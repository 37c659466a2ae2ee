package dev.sluice.dsl.function;

import static dev.sluice.dsl.function.Typings.BOOLEAN;
import static dev.sluice.dsl.function.Typings.COMPARABLE;
import static dev.sluice.dsl.function.Typings.COUNTABLE;
import static dev.sluice.dsl.function.Typings.NUMBER;
import static dev.sluice.dsl.function.Typings.ORDERED;

import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What each metric takes and gives. All but the counts are null where no value is counted. */
public final class Metrics {

  private record Entry(String signature, String documentation, Function.Typing typing) {}

  private static final Map<Metric, Entry> ENTRIES = new EnumMap<>(Metric.class);

  static {
    put(Metric.ROW_COUNT, "", "the number of rows", Typings.of(Type.INTEGER, List.of()));
    put(Metric.COLUMN_COUNT, "", "the number of columns", Typings.of(Type.INTEGER, List.of()));
    put(Metric.COUNT, "x", "rows whose value is not null", counts(COUNTABLE));
    put(Metric.DISTINCT_COUNT, "x", "different values that are not null", counts(COMPARABLE));
    put(
        Metric.DUPLICATE_COUNT,
        "x",
        "surplus rows: values that are not null less the different ones",
        counts(COMPARABLE));
    put(
        Metric.SUM,
        "number",
        "the sum, exact for integers and decimals",
        types -> numeric(types, Type.INTEGER));
    put(
        Metric.AVG,
        "number",
        "the mean, for integers and decimals the sum divided exactly by the count",
        types -> numeric(types, Type.DECIMAL));
    put(
        Metric.MIN,
        "x",
        "the smallest value; NaN is above every number",
        Typings.likeFirst(List.of(ORDERED)));
    put(
        Metric.MAX,
        "x",
        "the largest value; NaN is above every number",
        Typings.likeFirst(List.of(ORDERED)));
    put(Metric.STDDEV, "number", "the standard deviation of the sample (n - 1)", doubles(1));
    put(Metric.VARIANCE, "number", "the variance of the sample (n - 1)", doubles(1));
    put(Metric.STDDEV_POP, "number", "the standard deviation of the population (n)", doubles(1));
    put(Metric.VARIANCE_POP, "number", "the variance of the population (n)", doubles(1));
    put(Metric.MEDIAN, "number", "the median, interpolated as a double", doubles(1));
    put(
        Metric.PERCENTILE,
        "number, p",
        "the value at rank p * (n - 1) from 0, interpolated as a double; p from 0 to 1",
        doubles(2));
    put(
        Metric.PERCENTILE_DISC,
        "x, p",
        "the smallest value v such that at least the share p of the values is not above v",
        Typings.likeFirst(List.of(ORDERED, NUMBER)));
    put(
        Metric.SHARE,
        "check",
        "rows for which the check is true, divided by those for which it is true or false",
        Typings.of(Type.DECIMAL, List.of(BOOLEAN)));
    put(
        Metric.MODE,
        "x",
        "the most frequent value, of several the smallest",
        Typings.likeFirst(List.of(COMPARABLE)));
    put(
        Metric.CORRELATION,
        "number, number",
        "Pearson's correlation of the rows where both are not null; null when one does not vary",
        doubles(2));
    put(
        Metric.ENTROPY,
        "x",
        "the entropy of the values that are not null, -sum(p * ln p), natural logarithm",
        Typings.of(Type.DOUBLE, List.of(COMPARABLE)));
    put(
        Metric.SKEWNESS,
        "number",
        "the skewness of the sample, G1: sqrt(n (n - 1)) / (n - 2) * m3 / m2^1.5; null below 3"
            + " values or when they do not vary",
        doubles(1));
    put(
        Metric.KURTOSIS,
        "number",
        "the excess kurtosis of the sample, G2: (n - 1) / ((n - 2) (n - 3)) * ((n + 1) (m4 / m2^2 -"
            + " 3) + 6); null below 4 values or when they do not vary",
        doubles(1));
  }

  private Metrics() {}

  /** The metric of a word, in any case. */
  public static Optional<Metric> find(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(Metric.values()).filter(each -> each.word().equals(lower)).findFirst();
  }

  /** The type of the metric of arguments of these types; empty when they do not fit. */
  public static Optional<Type> result(Metric metric, List<Type> arguments) {
    return entry(metric).typing().result(arguments);
  }

  /** For people: {@code percentile(number, p)}. */
  public static String signature(Metric metric) {
    String arguments = entry(metric).signature();
    return arguments.isEmpty() ? metric.word() : metric.word() + "(" + arguments + ")";
  }

  /** What the metric is, in one sentence. */
  public static String documentation(Metric metric) {
    return entry(metric).documentation();
  }

  /** The argument that must be a constant: the {@code p} of the percentiles. */
  public static Optional<Function.ConstantArgument> constant(Metric metric) {
    return metric == Metric.PERCENTILE || metric == Metric.PERCENTILE_DISC
        ? Optional.of(new Function.ConstantArgument(1, Metrics::shareComplaint))
        : Optional.empty();
  }

  private static Optional<String> shareComplaint(Object value) {
    boolean within =
        value instanceof BigDecimal share
            && share.signum() >= 0
            && share.compareTo(BigDecimal.ONE) <= 0;
    return within
        ? Optional.empty()
        : Optional.of("the second argument of a percentile lies between 0 and 1");
  }

  private static Entry entry(Metric metric) {
    Entry entry = ENTRIES.get(metric);
    if (entry == null) {
      throw new IllegalArgumentException("no entry for " + metric);
    }
    return entry;
  }

  private static void put(
      Metric metric, String signature, String documentation, Function.Typing typing) {
    ENTRIES.put(metric, new Entry(signature, documentation, typing));
  }

  private static Function.Typing counts(Predicate<Type> accepted) {
    return Typings.of(Type.INTEGER, List.of(accepted));
  }

  private static Function.Typing doubles(int arguments) {
    return Typings.of(Type.DOUBLE, arguments == 1 ? List.of(NUMBER) : List.of(NUMBER, NUMBER));
  }

  private static Optional<Type> numeric(List<Type> types, Type ofInteger) {
    if (!Typings.fits(types, List.of(NUMBER))) {
      return Optional.empty();
    }
    Type type = types.get(0);
    if (type.is(Family.INTEGER)) {
      return Optional.of(ofInteger);
    }
    return Optional.of(type.is(Family.DOUBLE) ? Type.DOUBLE : Type.DECIMAL);
  }
}
