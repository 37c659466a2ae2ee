package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexNode;

/** Percentiles by the place of each value, for databases whose aggregates cannot order rows. */
final class Ranked {

  private final Workbench bench;
  private final Terms terms;

  Ranked(Workbench bench) {
    this.bench = bench;
    this.terms = bench.terms;
  }

  static boolean is(Metric metric) {
    return metric == Metric.MEDIAN
        || metric == Metric.PERCENTILE
        || metric == Metric.PERCENTILE_DISC;
  }

  /** Fields: the groups' columns, then the metrics. {@code rows} has no null values left. */
  RelNode of(Rows rows, Expression argument, List<String> per, List<Measure> measures) {
    List<RexNode> values = new ArrayList<>();
    per.forEach(column -> values.add(rows.exact(column)));
    List<RexNode> window = new ArrayList<>(List.of(rows.ordered(argument)));
    window.addAll(values);
    String partition = per.isEmpty() ? "" : "PARTITION BY {1..}";
    values.add(rows.of(argument));
    values.add(
        terms.term("ROW_NUMBER() OVER (" + partition + " ORDER BY {0})", Type.INTEGER, window));
    values.add(terms.term("COUNT({0}) OVER (" + partition + ")", Type.INTEGER, window));
    RelNode placed = bench.barrier(bench.project(rows.relation(), values, names(values)));
    int groups = per.size();
    List<RexNode> read = new ArrayList<>(bench.fields(placed));
    List<AggregateCall> calls = new ArrayList<>();
    for (Measure measure : measures) {
      calls(measure, groups, read, calls);
    }
    RelNode found = bench.aggregate(bench.project(placed, read, names(read)), groups, calls);
    List<RexNode> results = new ArrayList<>(bench.fields(found).subList(0, groups));
    int place = groups;
    for (Measure measure : measures) {
      boolean discrete = measure.metric() == Metric.PERCENTILE_DISC;
      results.add(
          discrete
              ? bench.field(found, place)
              : terms.term(interpolated(share(measure)), Type.DOUBLE, fields(found, place)));
      place += discrete ? 1 : 3;
    }
    return bench.project(found, results, names(results));
  }

  private void calls(Measure measure, int groups, List<RexNode> read, List<AggregateCall> calls) {
    String share = share(measure);
    if (measure.metric() == Metric.PERCENTILE_DISC) {
      String last =
          "CASE WHEN CEIL(" + share + " * {1}) < 1 THEN 1 ELSE CEIL(" + share + " * {1}) END";
      calls.add(at("{0} = " + last, measure.type(), groups, groups, read));
      return;
    }
    read.add(terms.cast(read.get(groups), Type.DOUBLE));
    int number = read.size() - 1;
    calls.add(at("{0} = FLOOR(" + share + " * ({1} - 1)) + 1", Type.DOUBLE, groups, number, read));
    calls.add(at("{0} = CEIL(" + share + " * ({1} - 1)) + 1", Type.DOUBLE, groups, number, read));
    calls.add(
        Aggregates.call(
            bench, "MIN({0})", Type.INTEGER, List.of(groups + 2), -1, bench.fresh("number")));
  }

  /** The one value whose place, {@code {0}} of {@code {1}}, is the one wanted. */
  private AggregateCall at(String condition, Type type, int groups, int value, List<RexNode> read) {
    RexNode here = terms.term(condition, Type.BOOLEAN, read.get(groups + 1), read.get(groups + 2));
    read.add(terms.neverNull(here));
    return Aggregates.call(
        bench,
        AggregateForms.of(bench.profile, "MIN({0})", type),
        type,
        List.of(value),
        read.size() - 1,
        bench.fresh("value"));
  }

  private static String interpolated(String share) {
    String rank = share + " * ({2} - 1)";
    return "CASE WHEN {0} = {1} THEN {0} ELSE {0} + ({1} - {0}) * CAST("
        + rank
        + " - FLOOR("
        + rank
        + ") AS {double}) END";
  }

  private List<RexNode> fields(RelNode relation, int from) {
    return bench.fields(relation).subList(from, from + 3);
  }

  /** Written out as an exact number. */
  private static String share(Measure measure) {
    if (measure.metric() == Metric.MEDIAN) {
      return "0.5";
    }
    Object value = ((Constant) measure.arguments().get(1)).value();
    return value instanceof BigDecimal exact ? exact.toPlainString() : String.valueOf(value);
  }

  private List<String> names(List<RexNode> values) {
    return values.stream().map(each -> bench.fresh("value")).toList();
  }
}
