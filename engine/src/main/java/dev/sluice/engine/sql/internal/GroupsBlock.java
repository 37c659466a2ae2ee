package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.table.Column;
import dev.sluice.engine.plan.Measurement.Groups;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Parts;
import dev.sluice.engine.sql.internal.Aggregates.Aggregate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** Table checks with the same groups: how many groups there are, and for how many each is true. */
final class GroupsBlock implements Block {

  private final Scope scope;
  private final List<String> per;
  private final List<Expression> checks = new ArrayList<>();

  GroupsBlock(Scope scope, List<String> per) {
    this.scope = scope;
    this.per = per;
  }

  static GroupsBlock of(Groups groups) {
    return new GroupsBlock(groups.scope(), groups.per());
  }

  /** The place of a check's count. */
  int place(Expression check) {
    checks.add(check);
    return checks.size();
  }

  @Override
  public int width() {
    return checks.size() + 1;
  }

  @Override
  public SqlNode query(Relations relations) {
    Aggregates counts = new Aggregates(groups(relations, scope, per, checks), List.of());
    counts.add(Aggregate.rows(Optional.empty()));
    for (Expression check : checks) {
      counts.add(Aggregate.rows(Optional.of(check)));
    }
    return relations.bench().query(counts.relation());
  }

  /** The groups as rows, with the metrics that the expressions need. */
  static Rows groups(
      Relations relations, Scope scope, List<String> per, List<Expression> expressions) {
    Workbench bench = relations.bench();
    Set<Measure> own = new LinkedHashSet<>();
    for (Expression expression : expressions) {
      for (Expression lookup : Parts.lookups(expression)) {
        if (lookup instanceof Measure measure && measure.table().isEmpty()) {
          own.add(measure);
        }
      }
    }
    Summary summary = new Summaries(relations).of(() -> relations.of(scope), per, List.copyOf(own));
    List<Column> columns =
        scope.relation().columns().stream().filter(each -> per.contains(each.name())).toList();
    Rows rows = new Rows(bench, bench.barrier(summary.relation()), columns);
    summary.tell(rows, own, 0);
    new Lookups(relations, rows, List.of(), () -> rows).add(expressions);
    return rows;
  }
}
