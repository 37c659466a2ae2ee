package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexNode;

/**
 * Metrics that need the rows in two steps: first how often each value occurs, or the mean; then
 * what follows from that. All the metrics of one call have the same arguments and filter.
 */
final class Distributions {

  private static final String SKEWNESS =
      "CASE WHEN {0} > 2 AND {1} < {2} THEN SQRT(CAST({0} AS {double}) * ({0} - 1)) / ({0} - 2)"
          + " * ({4} / {0}) / POWER({3} / {0}, CAST(1.5 AS {double})) END";

  private static final String KURTOSIS =
      "CASE WHEN {0} > 3 AND {1} < {2} THEN CAST({0} - 1 AS {double}) / (CAST({0} - 2 AS {double})"
          + " * ({0} - 3)) * (({0} + 1) * ({5} * {0} / ({3} * {3}) - 3) + 6) END";

  /** Metrics that are computed together, where they have the same arguments. */
  enum Kind {
    FREQUENCIES,
    MOMENTS,
    RANKS,
    CORRELATION
  }

  private final Relations relations;
  private final Workbench bench;
  private final Terms terms;

  Distributions(Relations relations) {
    this.relations = relations;
    this.bench = relations.bench();
    this.terms = bench.terms;
  }

  static Kind kind(Metric metric) {
    return switch (metric) {
      case SKEWNESS, KURTOSIS -> Kind.MOMENTS;
      case MEDIAN, PERCENTILE, PERCENTILE_DISC -> Kind.RANKS;
      case CORRELATION -> Kind.CORRELATION;
      default -> Kind.FREQUENCIES;
    };
  }

  /** Fields: the groups' columns, then the metrics in their order. */
  RelNode of(Supplier<Rows> scope, List<String> per, List<Measure> measures) {
    Measure first = measures.get(0);
    Rows rows = scope.get();
    Expression argument = first.arguments().get(0);
    Kind kind = kind(first.metric());
    List<Expression> arguments = kind == Kind.CORRELATION ? first.arguments() : List.of(argument);
    List<Expression> read = new ArrayList<>(arguments);
    first.filter().ifPresent(read::add);
    new Lookups(relations, rows, per, scope).add(read);
    first.filter().ifPresent(filter -> rows.keep(rows.of(filter)));
    arguments.forEach(each -> rows.keep(terms.isNotNull(rows.of(each))));
    return switch (kind) {
      case MOMENTS -> moments(rows, argument, per, measures);
      case RANKS -> new Ranked(bench).of(rows, argument, per, measures);
      case CORRELATION -> new Correlated(bench).of(rows, first, per);
      case FREQUENCIES -> frequencies(rows, argument, per, measures);
    };
  }

  private RelNode frequencies(
      Rows rows, Expression argument, List<String> per, List<Measure> measures) {
    RelNode counted = new Duplicates(relations).counted(rows, List.of(argument), per);
    int groups = per.size();
    List<RexNode> values = bench.fields(counted);
    List<String> names = new ArrayList<>(counted.getRowType().getFieldNames());
    RexNode number = values.get(groups + 1);
    if (measures.stream().anyMatch(each -> !isCount(each))) {
      RelNode beneath = bench.barrier(counted);
      values = new ArrayList<>(bench.fields(beneath));
      number = values.get(groups + 1);
      List<RexNode> window = new ArrayList<>(List.of(number));
      window.addAll(values.subList(0, groups));
      String over = groups == 0 ? " OVER ()" : " OVER (PARTITION BY {1..})";
      values.add(terms.term("MAX({0})" + over, Type.INTEGER, window));
      names.add(bench.fresh("most"));
      values.add(terms.term("SUM({0})" + over, Type.INTEGER, window));
      names.add(bench.fresh("total"));
      counted = bench.project(beneath, values, names);
    }
    RelNode distinct = bench.barrier(counted);
    List<AggregateCall> calls = new ArrayList<>();
    List<RexNode> read = new ArrayList<>(bench.fields(distinct));
    for (Measure measure : measures) {
      calls.add(frequency(measure, argument.type(), groups, read));
    }
    List<String> columns = read.stream().map(each -> bench.fresh("value")).toList();
    RelNode grouped = bench.aggregate(bench.project(distinct, read, columns), groups, calls);
    return restored(grouped, groups, measures, argument.type());
  }

  private AggregateCall frequency(Measure measure, Type type, int groups, List<RexNode> read) {
    RexNode value = read.get(groups);
    RexNode number = read.get(groups + 1);
    String name = bench.fresh(measure.metric().word());
    if (measure.metric() == Metric.DISTINCT_COUNT) {
      return Aggregates.count(bench, -1, name);
    }
    if (measure.metric() == Metric.DUPLICATE_COUNT) {
      return Aggregates.call(
          bench, "COALESCE(SUM({0} - 1), 0)", Type.INTEGER, List.of(groups + 1), -1, name);
    }
    if (measure.metric() == Metric.MODE) {
      read.add(
          terms.neverNull(terms.term("{0} = {1}", Type.BOOLEAN, number, read.get(groups + 2))));
      int filter = read.size() - 1;
      read.add(isSimple(type) ? value : terms.cast(value, Type.TEXT));
      String least =
          AggregateForms.of(bench.profile, "MIN({0})", isSimple(type) ? type : Type.TEXT);
      return Aggregates.call(bench, least, type, List.of(read.size() - 1), filter, name);
    }
    read.add(
        terms.term(
            "CAST({0} AS {double}) / CAST({1} AS {double})",
            Type.DOUBLE, number, read.get(groups + 3)));
    return Aggregates.call(
        bench, "SUM(0 - {0} * LN({0}))", Type.DOUBLE, List.of(read.size() - 1), -1, name);
  }

  /** A mode that was compared as a text becomes what it was. */
  private RelNode restored(RelNode grouped, int groups, List<Measure> measures, Type type) {
    if (isSimple(type) || measures.stream().noneMatch(each -> each.metric() == Metric.MODE)) {
      return grouped;
    }
    List<RexNode> values = new ArrayList<>(bench.fields(grouped));
    for (int i = 0; i < measures.size(); i++) {
      if (measures.get(i).metric() == Metric.MODE) {
        values.set(groups + i, terms.cast(values.get(groups + i), type));
      }
    }
    return bench.project(grouped, values, grouped.getRowType().getFieldNames());
  }

  private RelNode moments(
      Rows rows, Expression argument, List<String> per, List<Measure> measures) {
    List<RexNode> values = new ArrayList<>();
    per.forEach(column -> values.add(rows.exact(column)));
    RexNode number = terms.cast(rows.of(argument), Type.DOUBLE);
    List<RexNode> window = new ArrayList<>(List.of(number));
    window.addAll(values);
    values.add(number);
    values.add(
        terms.term(
            per.isEmpty() ? "AVG({0}) OVER ()" : "AVG({0}) OVER (PARTITION BY {1..})",
            Type.DOUBLE,
            window));
    RelNode centred =
        bench.barrier(
            bench.project(
                rows.relation(),
                values,
                values.stream().map(each -> bench.fresh("value")).toList()));
    int groups = per.size();
    List<RexNode> read = new ArrayList<>(bench.fields(centred));
    read.add(terms.term("{0} - {1}", Type.DOUBLE, read.get(groups), read.get(groups + 1)));
    List<AggregateCall> calls = new ArrayList<>();
    calls.add(Aggregates.count(bench, -1, bench.fresh("count")));
    for (String template :
        List.of(
            "MIN({0})",
            "MAX({0})", "SUM({1} * {1})", "SUM({1} * {1} * {1})", "SUM({1} * {1} * {1} * {1})")) {
      calls.add(
          Aggregates.call(
              bench,
              template,
              Type.DOUBLE,
              List.of(groups, groups + 2),
              -1,
              bench.fresh("moment")));
    }
    RelNode summed =
        bench.aggregate(
            bench.project(centred, read, read.stream().map(each -> bench.fresh("value")).toList()),
            groups,
            calls);
    List<RexNode> results = new ArrayList<>(bench.fields(summed).subList(0, groups));
    List<RexNode> fields = bench.fields(summed).subList(groups, groups + 6);
    for (Measure measure : measures) {
      results.add(
          terms.term(
              measure.metric() == Metric.SKEWNESS ? SKEWNESS : KURTOSIS, Type.DOUBLE, fields));
    }
    return bench.project(
        summed, results, results.stream().map(each -> bench.fresh("result")).toList());
  }

  private static boolean isCount(Measure measure) {
    return measure.metric() == Metric.DISTINCT_COUNT || measure.metric() == Metric.DUPLICATE_COUNT;
  }

  /** Types whose smallest value every database can tell. */
  private static boolean isSimple(Type type) {
    return type.isNumber() || type.isMoment() || type.is(Type.Family.TEXT);
  }
}
