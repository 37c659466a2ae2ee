package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.function.Metric;
import dev.sluice.engine.sql.internal.Aggregates.Aggregate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;

/** Makes summaries. */
final class Summaries {

  private final Relations relations;
  private final Workbench bench;

  Summaries(Relations relations) {
    this.relations = relations;
    this.bench = relations.bench();
  }

  Summary of(Supplier<Rows> scope, List<String> per, List<Measure> measures) {
    Rows rows = scope.get();
    List<Measure> aggregated = measures.stream().filter(this::isAggregated).toList();
    List<Expression> read = new ArrayList<>();
    for (Measure measure : aggregated) {
      read.addAll(measure.arguments());
      measure.filter().ifPresent(read::add);
    }
    new Lookups(relations, rows, per, scope).add(read);
    Aggregates aggregates = new Aggregates(rows, per.stream().map(rows::exact).toList());
    aggregates.add(Aggregate.rows(Optional.empty()));
    Map<Measure, Integer> places = new LinkedHashMap<>();
    int place = per.size() + 1;
    for (Measure measure : aggregated) {
      places.put(measure, place);
      for (Aggregate aggregate : MetricForm.aggregates(measure)) {
        aggregates.add(aggregate);
        place++;
      }
    }
    RelNode relation = aggregates.relation();
    Map<Measure, RexNode> others = new LinkedHashMap<>();
    for (Measure measure : measures) {
      if (!MetricForm.isAggregate(measure.metric(), bench.profile)) {
        RelNode part = new Distributions(relations).of(scope, per, List.of(measure));
        int offset = bench.width(relation);
        relation = joined(relation, part, rows, per);
        others.put(measure, bench.field(part, per.size(), offset));
      }
    }
    return arranged(relation, rows, per, measures, places, others);
  }

  private boolean isAggregated(Measure measure) {
    return MetricForm.isAggregate(measure.metric(), bench.profile)
        && measure.metric() != Metric.COLUMN_COUNT;
  }

  /** What is computed in two steps, beside the same groups. */
  private RelNode joined(RelNode relation, RelNode part, Rows rows, List<String> per) {
    if (per.isEmpty()) {
      return bench.beside(relation, part);
    }
    int offset = bench.width(relation);
    List<RexNode> equal = new ArrayList<>();
    for (int i = 0; i < per.size(); i++) {
      equal.add(
          NullSafe.equal(
              bench.terms,
              bench.field(relation, i),
              bench.field(part, i, offset),
              rows.column(per.get(i)).type()));
    }
    return bench.join(relation, part, JoinRelType.LEFT, bench.terms.and(equal));
  }

  private Summary arranged(
      RelNode relation,
      Rows rows,
      List<String> per,
      List<Measure> measures,
      Map<Measure, Integer> places,
      Map<Measure, RexNode> others) {
    List<RexNode> values = new ArrayList<>();
    List<String> names = new ArrayList<>(per);
    Map<Measure, Integer> fields = new LinkedHashMap<>();
    Map<Measure, Integer> ratios = new LinkedHashMap<>();
    for (int i = 0; i < per.size(); i++) {
      values.add(bench.field(relation, i));
    }
    for (Measure measure : measures) {
      RexNode other = others.get(measure);
      Integer place = places.get(measure);
      if (other == null && place == null) {
        continue;
      }
      fields.put(measure, values.size());
      values.add(other != null ? other : combined(relation, measure, places));
      names.add(bench.fresh(measure.metric().word()));
      if (place != null && MetricForm.isRatio(measure)) {
        ratios.put(measure, values.size());
        values.add(bench.field(relation, place));
        values.add(bench.field(relation, place + 1));
        names.add(bench.fresh("dividend"));
        names.add(bench.fresh("divisor"));
      }
    }
    if (values.isEmpty()) {
      return new Summary(relation, fields, ratios, rows.columns().size());
    }
    return new Summary(
        bench.project(relation, values, names), fields, ratios, rows.columns().size());
  }

  private RexNode combined(RelNode relation, Measure measure, Map<Measure, Integer> places) {
    List<RexNode> fields = new ArrayList<>();
    int first = places.getOrDefault(measure, 0);
    for (int i = 0; i < MetricForm.aggregates(measure).size(); i++) {
      fields.add(bench.field(relation, first + i));
    }
    String template = MetricForm.combination(measure, bench.terms);
    return template.equals("{0}")
        ? fields.get(0)
        : bench.terms.term(template, measure.type(), fields);
  }
}
