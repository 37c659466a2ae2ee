package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Measure;
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

/** Metrics of a scope, one row a group, or one row in all. */
final class Summaries {

  private final Relations relations;
  private final Workbench bench;

  Summaries(Relations relations) {
    this.relations = relations;
    this.bench = relations.bench();
  }

  /** Fields: the groups' columns, then the metrics in their order. */
  RelNode of(Supplier<Rows> scope, List<String> per, List<Measure> measures) {
    Rows rows = scope.get();
    List<Expression> read = new ArrayList<>();
    for (Measure measure : measures) {
      if (MetricForm.isAggregate(measure.metric())) {
        read.addAll(measure.arguments());
        measure.filter().ifPresent(read::add);
      }
    }
    new Lookups(relations, rows, per, scope).add(read);
    Aggregates aggregates = new Aggregates(rows, per.stream().map(rows::exact).toList());
    aggregates.add(Aggregate.rows(Optional.empty()));
    Map<Measure, Integer> places = new LinkedHashMap<>();
    int place = per.size() + 1;
    for (Measure measure : measures) {
      if (MetricForm.isAggregate(measure.metric())) {
        places.put(measure, place);
        for (Aggregate aggregate : MetricForm.aggregates(measure)) {
          aggregates.add(aggregate);
          place++;
        }
      }
    }
    return completed(scope, rows, per, measures, places, aggregates.relation());
  }

  /** Puts the metrics that are computed in two steps beside the others, and all in order. */
  private RelNode completed(
      Supplier<Rows> scope,
      Rows rows,
      List<String> per,
      List<Measure> measures,
      Map<Measure, Integer> places,
      RelNode aggregated) {
    RelNode relation = aggregated;
    Map<Measure, RexNode> terms = new LinkedHashMap<>();
    for (Measure measure : measures) {
      if (!places.containsKey(measure)) {
        RelNode part = new Distributions(relations).of(scope, per, List.of(measure));
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
        relation =
            per.isEmpty()
                ? bench.beside(relation, part)
                : bench.join(relation, part, JoinRelType.LEFT, bench.terms.and(equal));
        terms.put(measure, bench.field(part, per.size(), offset));
      }
    }
    List<RexNode> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < per.size(); i++) {
      values.add(bench.field(relation, i));
      names.add(per.get(i));
    }
    for (Measure measure : measures) {
      RexNode term = terms.get(measure);
      values.add(term != null ? term : combined(relation, measure, places, rows.columns().size()));
      names.add(bench.fresh(measure.metric().word()));
    }
    return bench.project(relation, values, names);
  }

  private RexNode combined(
      RelNode relation, Measure measure, Map<Measure, Integer> places, int columns) {
    List<RexNode> fields = new ArrayList<>();
    int first = places.getOrDefault(measure, 0);
    for (int i = 0; i < MetricForm.aggregates(measure).size(); i++) {
      fields.add(bench.field(relation, first + i));
    }
    String template = MetricForm.combination(measure, columns);
    return template.equals("{0}")
        ? fields.get(0)
        : bench.terms.term(template, measure.type(), fields);
  }
}
