package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.sql.internal.Aggregates.Aggregate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Metrics as aggregates, and what is made of the aggregates: in SQL as a double, here exactly. */
final class MetricForm {

  private static final int SCALE = 20;

  private static final String QUOTIENT = "CAST({0} AS {double}) / NULLIF(CAST({1} AS {double}), 0)";

  private MetricForm() {}

  /** The aggregates that a metric comes of, over the rows of its relation. */
  static List<Aggregate> aggregates(Measure measure) {
    Optional<Expression> filter = measure.filter();
    List<Expression> arguments = measure.arguments();
    return switch (measure.metric()) {
      case ROW_COUNT, COLUMN_COUNT -> List.of(Aggregate.rows(filter));
      case COUNT -> List.of(count(measure));
      case DISTINCT_COUNT -> List.of(distinct(measure));
      case DUPLICATE_COUNT -> List.of(count(measure), distinct(measure));
      case SUM -> List.of(plain(measure, "SUM({0})"));
      case AVG ->
          isExact(measure)
              ? List.of(plain(measure, "SUM({0})"), count(measure))
              : List.of(plain(measure, "AVG({0})"));
      case MIN -> List.of(ordered(measure, "MIN({0})"));
      case MAX -> List.of(ordered(measure, "MAX({0})"));
      case STDDEV -> List.of(plain(measure, "STDDEV_SAMP(CAST({0} AS {double}))"));
      case VARIANCE -> List.of(plain(measure, "VAR_SAMP(CAST({0} AS {double}))"));
      case STDDEV_POP -> List.of(plain(measure, "STDDEV_POP(CAST({0} AS {double}))"));
      case VARIANCE_POP -> List.of(plain(measure, "VAR_POP(CAST({0} AS {double}))"));
      case MEDIAN -> List.of(plain(measure, percentile("0.5")));
      case PERCENTILE -> List.of(plain(measure, percentile(fraction(measure))));
      case PERCENTILE_DISC ->
          List.of(
              ordered(
                  measure,
                  "PERCENTILE_DISC(" + fraction(measure) + ") WITHIN GROUP (ORDER BY {0})"));
      case CORRELATION -> {
        List<Aggregate> needed = new ArrayList<>();
        needed.add(plain(measure, "CORR(CAST({0} AS {double}), CAST({1} AS {double}))"));
        for (String extreme : List.of("MIN", "MAX")) {
          needed.add(plain(measure, extreme + "(CASE WHEN {1} IS NOT NULL THEN {0} END)"));
          needed.add(plain(measure, extreme + "(CASE WHEN {0} IS NOT NULL THEN {1} END)"));
        }
        yield needed;
      }
      case SHARE -> {
        Expression check = arguments.get(0);
        Optional<Expression> decided = Nullness.of(check).map(Not::new);
        yield List.of(
            Aggregate.rows(Aggregates.both(filter, Optional.of(check))),
            Aggregate.rows(Aggregates.both(filter, decided)));
      }
      default ->
          throw new IllegalArgumentException(measure.metric() + " is not made of aggregates");
    };
  }

  /** Whether aggregates over the rows suffice; the others need the rows in two steps. */
  static boolean isAggregate(Metric metric, SqlProfile profile) {
    return (profile.hasStatistics() || !(Ranked.is(metric) || metric == Metric.CORRELATION))
        && metric != Metric.MODE
        && metric != Metric.ENTROPY
        && metric != Metric.SKEWNESS
        && metric != Metric.KURTOSIS;
  }

  /** Whether it is an exact dividend by an exact divisor. */
  static boolean isRatio(Measure measure) {
    return measure.metric() == Metric.SHARE || (measure.metric() == Metric.AVG && isExact(measure));
  }

  /** What SQL makes of the aggregates, for use within a statement. */
  static String combination(Measure measure, Terms terms) {
    return switch (measure.metric()) {
      case AVG -> isExact(measure) ? QUOTIENT : "{0}";
      case SHARE -> QUOTIENT;
      case DUPLICATE_COUNT -> "{0} - {1}";
      case CORRELATION -> "CASE WHEN {1} < {3} AND {2} < {4} THEN {0} END";
      default -> measure.type().is(Family.DURATION) ? terms.duration() : "{0}";
    };
  }

  /** The value of the metric, exact, of what the aggregates gave. */
  static @Nullable Object combine(Measure measure, List<@Nullable Object> values, int columns) {
    Object first = values.get(0);
    return switch (measure.metric()) {
      case COLUMN_COUNT -> BigDecimal.valueOf(columns);
      case AVG ->
          isExact(measure) ? quotient(first, values.get(1)) : Decoding.value(first, Type.DOUBLE);
      case SHARE -> quotient(first, values.get(1));
      case DUPLICATE_COUNT -> Decoding.number(first).subtract(Decoding.number(values.get(1)));
      case CORRELATION ->
          varies(values.get(1), values.get(3)) && varies(values.get(2), values.get(4))
              ? Decoding.value(first, Type.DOUBLE)
              : null;
      default -> Decoding.value(first, measure.type());
    };
  }

  /** Rounding must not make a correlation of a side that does not vary. */
  private static boolean varies(@Nullable Object smallest, @Nullable Object largest) {
    return smallest != null && !smallest.equals(largest);
  }

  private static @Nullable Object quotient(@Nullable Object dividend, @Nullable Object divisor) {
    if (dividend == null || divisor == null || Decoding.number(divisor).signum() == 0) {
      return null;
    }
    if (dividend instanceof Double) {
      return null;
    }
    BigDecimal quotient =
        Decoding.number(dividend).divide(Decoding.number(divisor), SCALE, RoundingMode.HALF_UP);
    return quotient.signum() == 0 ? BigDecimal.ZERO : plain(quotient.stripTrailingZeros());
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private static boolean isExact(Measure measure) {
    return !measure.arguments().get(0).type().is(Family.DOUBLE);
  }

  private static Aggregate count(Measure measure) {
    Expression argument = measure.arguments().get(0);
    return new Aggregate("COUNT({0})", Type.INTEGER, List.of(argument), false, measure.filter());
  }

  private static Aggregate distinct(Measure measure) {
    return new Aggregate(
        "COUNT(DISTINCT {0})", Type.INTEGER, measure.arguments(), true, measure.filter());
  }

  private static Aggregate plain(Measure measure, String template) {
    int used = template.contains("{1}") ? 2 : 1;
    return new Aggregate(
        template, measure.type(), measure.arguments().subList(0, used), false, measure.filter());
  }

  private static Aggregate ordered(Measure measure, String template) {
    boolean duration = measure.type().is(Family.DURATION);
    return new Aggregate(
        duration ? template.replace("{0}", Terms.IN_MICROSECONDS) : template,
        duration ? Type.INTEGER : measure.type(),
        measure.arguments().subList(0, 1),
        true,
        measure.filter());
  }

  private static String percentile(String fraction) {
    return "PERCENTILE_CONT(" + fraction + ") WITHIN GROUP (ORDER BY CAST({0} AS {double}))";
  }

  /** Written out: databases want it as a literal. It is a number, and printed as one. */
  private static String fraction(Measure measure) {
    Object value = ((Constant) measure.arguments().get(1)).value();
    return value instanceof BigDecimal bigDecimal
        ? bigDecimal.toPlainString()
        : String.valueOf(value);
  }
}
