package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression.Unique;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Measurement.Tally;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;

/**
 * A check that is nothing but `is unique`: its rows, those of a repeated key, those with a null in
 * their key. Counted by group, without going back to the rows.
 */
final class UniqueBlock implements Block {

  private final Tally tally;
  private final Unique unique;

  UniqueBlock(Tally tally) {
    this.tally = tally;
    this.unique = (Unique) tally.check();
  }

  @Override
  public int width() {
    return 3;
  }

  @Override
  public SqlNode query(Relations relations) {
    return relations.bench().prunes(tally.scope().relation()) ? apart(relations) : once(relations);
  }

  /**
   * Three cheap looks: counts come from the table's statistics, and only repeated keys are kept.
   */
  private SqlNode apart(Relations relations) {
    Workbench bench = relations.bench();
    Rows all = relations.of(tally.scope());
    Rows incomplete = relations.of(tally.scope());
    looked(relations, incomplete);
    incomplete.keep(bench.terms.anyNull(unique.key().stream().map(incomplete::of).toList()));
    RelNode repeated =
        new Duplicates(relations)
            .repeated(
                relations.of(tally.scope()),
                unique.key(),
                tally.per(),
                () -> relations.of(tally.scope()));
    int number = tally.per().size() + unique.key().size();
    AggregateCall sum =
        Aggregates.call(
            bench, "SUM({0})", Type.INTEGER, List.of(number), -1, bench.fresh("repeated"));
    return Trees.row(
        bench,
        List.of(
            count(bench, all),
            bench.query(bench.aggregate(bench.barrier(repeated), 0, List.of(sum))),
            count(bench, incomplete)));
  }

  /** One pass over the table, for databases whose every look is a pass. */
  private SqlNode once(Relations relations) {
    Workbench bench = relations.bench();
    Terms terms = bench.terms;
    Rows rows = relations.of(tally.scope());
    looked(relations, rows);
    RelNode counted =
        bench.barrier(new Duplicates(relations).counted(rows, unique.key(), tally.per()));
    int first = tally.per().size();
    int number = first + unique.key().size();
    List<RexNode> key = bench.fields(counted).subList(first, number);
    List<RexNode> values = new ArrayList<>(List.of(bench.field(counted, number)));
    RexNode isRepeated = terms.term("{0} > 1", Type.BOOLEAN, values.get(0));
    values.add(terms.neverNull(terms.and(List.of(isRepeated, terms.noneNull(key)))));
    values.add(terms.neverNull(terms.anyNull(key)));
    List<String> names = values.stream().map(each -> bench.fresh("value")).toList();
    List<AggregateCall> sums = new ArrayList<>();
    for (int filter = -1; filter < 3; filter += filter < 0 ? 2 : 1) {
      sums.add(
          Aggregates.call(
              bench, "SUM({0})", Type.INTEGER, List.of(0), filter, bench.fresh("rows")));
    }
    return bench.query(bench.aggregate(bench.project(counted, values, names), 0, sums));
  }

  private void looked(Relations relations, Rows rows) {
    new Lookups(relations, rows, tally.per(), () -> relations.of(tally.scope())).add(unique.key());
  }

  private static SqlNode count(Workbench bench, Rows rows) {
    AggregateCall count = Aggregates.count(bench, -1, bench.fresh("count"));
    return bench.query(bench.aggregate(rows.relation(), 0, List.of(count)));
  }
}
