package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Relation.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

/**
 * Rows whose key another table does not have. Only rows without a partner are left, so that the
 * partners need not be made different first.
 */
final class Orphans {

  private final Relations relations;

  Orphans(Relations relations) {
    this.relations = relations;
  }

  /** The rows of the scope; what they may have been joined with stands at their right. */
  Rows of(Scope scope, List<String> per, Among among) {
    Terms terms = relations.bench().terms;
    Rows rows = relations.of(scope);
    new Lookups(relations, rows, per, () -> relations.of(scope)).add(among.key());
    Rows other = relations.of(new Stored(among.table(), Optional.empty()));
    int offset = rows.offset();
    List<RexNode> key = among.key().stream().map(rows::exact).toList();
    Workbench bench = relations.bench();
    if (bench.profile.joinsByLoops()) {
      List<RexNode> keys = among.columns().stream().map(other::exact).toList();
      other.keep(terms.noneNull(keys));
      RexNode present = bench.isAmong(key, bench.project(other.relation(), keys));
      rows.keep(terms.and(List.of(terms.noneNull(key), terms.not(present))));
      return rows;
    }
    List<RexNode> partner =
        among.columns().stream().map(column -> shifted(other, column, offset)).toList();
    List<RexNode> equal = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      equal.add(terms.term("{0} = {1}", Type.BOOLEAN, key.get(i), partner.get(i)));
    }
    RexNode missing = RexUtil.shift(other.field(among.columns().get(0)), offset);
    rows.join(other.relation(), JoinRelType.LEFT, terms.and(equal));
    rows.keep(terms.and(List.of(terms.isNull(missing), terms.noneNull(key))));
    return rows;
  }

  /** The partner's column as it compares, counted from the left of the join. */
  private static RexNode shifted(Rows other, String column, int offset) {
    return RexUtil.shift(other.exact(column), offset);
  }
}
