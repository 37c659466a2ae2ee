package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Or;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.sql.internal.Aggregates.Aggregate;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;

/**
 * A check that is nothing but `in table.column`: its rows, the orphans, those with a null in their
 * key. Only rows without a partner are counted, so that the partners need not be made different
 * first.
 */
final class AmongBlock implements Block {

  private final Tally tally;
  private final Among among;

  AmongBlock(Tally tally) {
    this.tally = tally;
    this.among = (Among) tally.check();
  }

  @Override
  public int width() {
    return 3;
  }

  @Override
  public SqlNode query(Relations relations) {
    Workbench bench = relations.bench();
    CountsBlock counts = new CountsBlock(tally.scope(), tally.per());
    counts.place(Aggregate.rows(Optional.empty()));
    List<Expression> nulls = among.key().stream().<Expression>map(IsNull::new).toList();
    Expression incomplete = nulls.size() == 1 ? nulls.get(0) : new Or(nulls);
    counts.place(Aggregate.rows(Optional.of(incomplete)));
    return Trees.beside(bench, List.of(orphans(relations), counts.query(relations)));
  }

  private SqlNode orphans(Relations relations) {
    Rows rows = new Orphans(relations).of(tally.scope(), tally.per(), among);
    Aggregates count = new Aggregates(rows, List.of());
    count.add(Aggregate.rows(Optional.empty()));
    return relations.bench().query(count.relation());
  }
}
