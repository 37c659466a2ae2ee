package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexNode;

/** Keys and how often they occur. */
final class Duplicates {

  private final Relations relations;
  private final Workbench bench;
  private final Terms terms;

  Duplicates(Relations relations) {
    this.relations = relations;
    this.bench = relations.bench();
    this.terms = bench.terms;
  }

  /**
   * The repeated keys: fields of the groups, then of the key, then the number of rows.
   *
   * @param rows the scope; it is used up
   */
  RelNode repeated(Rows rows, List<Expression> key, List<String> per, Supplier<Rows> scope) {
    return repeated(rows, key, per, scope, false);
  }

  /**
   * The same.
   *
   * @param sorted whether the database is to sort the keys before it groups them
   */
  RelNode repeated(
      Rows rows, List<Expression> key, List<String> per, Supplier<Rows> scope, boolean sorted) {
    new Lookups(relations, rows, per, scope).add(key);
    rows.keep(terms.noneNull(key.stream().map(rows::of).toList()));
    RelNode counted = counted(rows, key, per, sorted);
    RexNode number = bench.field(counted, per.size() + key.size());
    return bench.filter(counted, terms.term("{0} > 1", Type.BOOLEAN, number));
  }

  /** All keys, nulls included, with the number of their rows as the last field. */
  RelNode counted(Rows rows, List<Expression> key, List<String> per) {
    return counted(rows, key, per, false);
  }

  private RelNode counted(Rows rows, List<Expression> key, List<String> per, boolean sorted) {
    List<RexNode> values = new ArrayList<>();
    per.forEach(column -> values.add(rows.exact(column)));
    key.forEach(part -> values.add(rows.exact(part)));
    List<String> names = values.stream().map(value -> bench.fresh("key")).toList();
    RelNode keys = bench.keys(rows.relation(), values, names);
    AggregateCall count = Aggregates.count(bench, -1, bench.fresh("rows"));
    RelNode input = sorted ? bench.sorted(keys) : keys;
    return bench.aggregate(input, values.size(), List.of(count));
  }
}
