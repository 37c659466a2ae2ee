package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Or;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Relation.Stored;
import dev.sluice.engine.sql.internal.Aggregates.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
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
    Workbench bench = relations.bench();
    Terms terms = bench.terms;
    Rows rows = relations.of(tally.scope());
    new Lookups(relations, rows, tally.per(), () -> relations.of(tally.scope())).add(among.key());
    Rows other = relations.of(new Stored(among.table(), Optional.empty()));
    int offset = rows.offset();
    List<RexNode> key = among.key().stream().map(rows::exact).toList();
    List<RexNode> partner =
        among.columns().stream().map(column -> shifted(other, column, offset)).toList();
    List<RexNode> equal = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      equal.add(terms.term("{0} = {1}", Type.BOOLEAN, key.get(i), partner.get(i)));
    }
    RexNode missing = RexUtil.shift(other.field(among.columns().get(0)), offset);
    rows.join(other.relation(), JoinRelType.LEFT, terms.and(equal));
    rows.keep(terms.and(List.of(terms.isNull(missing), terms.noneNull(key))));
    Aggregates count = new Aggregates(rows, List.of());
    count.add(Aggregate.rows(Optional.empty()));
    return bench.query(count.relation());
  }

  /** The partner's column as it compares, counted from the left of the join. */
  private static RexNode shifted(Rows other, String column, int offset) {
    return RexUtil.shift(other.exact(column), offset);
  }
}
