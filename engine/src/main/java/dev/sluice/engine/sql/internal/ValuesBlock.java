package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.engine.plan.Measurement.Scope;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;

/** Metrics of the same values that are computed in two steps. */
final class ValuesBlock implements Block {

  private final Scope scope;
  private final List<Measure> measures = new ArrayList<>();

  ValuesBlock(Scope scope) {
    this.scope = scope;
  }

  int place(Measure measure) {
    measures.add(measure);
    return measures.size() - 1;
  }

  @Override
  public int width() {
    return measures.size();
  }

  @Override
  public SqlNode query(Relations relations) {
    Workbench bench = relations.bench();
    RelNode values =
        new Distributions(relations).of(() -> relations.of(scope), List.of(), measures);
    if (measures.stream().noneMatch(each -> each.type().is(Family.DURATION))) {
      return bench.query(values);
    }
    RelNode beneath = bench.barrier(values);
    List<RexNode> columns = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      RexNode field = bench.field(beneath, i);
      columns.add(
          measures.get(i).type().is(Family.DURATION)
              ? bench.terms.term(Terms.IN_MICROSECONDS, Type.INTEGER, field)
              : field);
    }
    return bench.query(bench.project(beneath, columns, beneath.getRowType().getFieldNames()));
  }
}
