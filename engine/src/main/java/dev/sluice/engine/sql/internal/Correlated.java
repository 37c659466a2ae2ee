package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexNode;

/**
 * Pearson's correlation from the distances to the means, for databases without CORR: sums of the
 * numbers themselves would lose the digits that matter.
 */
final class Correlated {

  private static final String CORRELATION =
      "CASE WHEN {0} < {1} AND {2} < {3} THEN {4} / (SQRT({5}) * SQRT({6})) END";

  private final Workbench bench;
  private final Terms terms;

  Correlated(Workbench bench) {
    this.bench = bench;
    this.terms = bench.terms;
  }

  /** Fields: the groups' columns, then the correlation. {@code rows} has no null on either side. */
  RelNode of(Rows rows, Measure measure, List<String> per) {
    List<RexNode> values = new ArrayList<>();
    per.forEach(column -> values.add(rows.exact(column)));
    int groups = per.size();
    List<RexNode> partition = List.copyOf(values);
    for (int side = 0; side < 2; side++) {
      RexNode number = terms.cast(rows.of(measure.arguments().get(side)), Type.DOUBLE);
      List<RexNode> window = new ArrayList<>(List.of(number));
      window.addAll(partition);
      String over = per.isEmpty() ? "AVG({0}) OVER ()" : "AVG({0}) OVER (PARTITION BY {1..})";
      values.add(number);
      values.add(terms.term(over, Type.DOUBLE, window));
    }
    RelNode centred = bench.barrier(bench.project(rows.relation(), values, names(values)));
    List<RexNode> read = new ArrayList<>(bench.fields(centred));
    for (int side = 0; side < 2; side++) {
      int number = groups + 2 * side;
      read.add(terms.term("{0} - {1}", Type.DOUBLE, read.get(number), read.get(number + 1)));
    }
    List<Integer> distances = List.of(groups + 4, groups + 5);
    List<AggregateCall> calls = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      calls.add(call("MIN({0})", List.of(groups + 2 * side)));
      calls.add(call("MAX({0})", List.of(groups + 2 * side)));
    }
    calls.add(call("SUM({0} * {1})", distances));
    calls.add(call("SUM({0} * {0})", distances));
    calls.add(call("SUM({1} * {1})", distances));
    RelNode summed = bench.aggregate(bench.project(centred, read, names(read)), groups, calls);
    List<RexNode> results = new ArrayList<>(bench.fields(summed).subList(0, groups));
    results.add(
        terms.term(CORRELATION, Type.DOUBLE, bench.fields(summed).subList(groups, groups + 7)));
    return bench.project(summed, results, names(results));
  }

  private AggregateCall call(String template, List<Integer> arguments) {
    return Aggregates.call(bench, template, Type.DOUBLE, arguments, -1, bench.fresh("sum"));
  }

  private List<String> names(List<RexNode> values) {
    return values.stream().map(each -> bench.fresh("value")).toList();
  }
}
