package dev.sluice.engine.sql.internal;

import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;

/**
 * Its input is written as a SELECT of its own: what stands above is not merged into it. Needed
 * above windows, and above computed keys: PostgreSQL takes the same expression with two parameters
 * for two expressions, so that it must not be written both in SELECT and in GROUP BY.
 */
final class Barrier extends SingleRel {

  Barrier(RelOptCluster cluster, RelNode input) {
    super(cluster, cluster.traitSet(), input);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Barrier(getCluster(), inputs.get(0));
  }
}
