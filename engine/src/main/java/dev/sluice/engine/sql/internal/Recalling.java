package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Recalled;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Relation.Stored;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/** Statements that bring quarantined rows onto trial, and take out those that passed. */
public final class Recalling {

  private final Workbench bench;
  private final Relations relations;
  private final Terms terms;

  public Recalling(SqlProfile profile) {
    this.bench = new Workbench(profile);
    this.relations = new Relations(bench);
    this.terms = bench.terms;
  }

  /** Rows of the quarantine, each with its identity there. */
  public Statement recall(
      Stored quarantine, boolean onTrial, Table recalled, List<String> columns) {
    Rows rows = relations.identified(quarantine);
    List<RexNode> values = new ArrayList<>(columns.stream().map(rows::field).toList());
    values.add(rows.identity());
    values.add(terms.constant(onTrial, Type.BOOLEAN));
    values.add(terms.constant(false, Type.BOOLEAN));
    List<String> names = new ArrayList<>(columns);
    names.addAll(List.of(Recalled.ORIGIN, Recalled.ON_TRIAL, Recalled.STANDING));
    return insert(rows, values, recalled, names);
  }

  /** Rows of the target. */
  public Statement compare(Stored target, Table recalled, List<String> columns) {
    Rows rows = relations.of(target);
    List<RexNode> values = new ArrayList<>();
    for (String column : columns) {
      Column there =
          target
              .table()
              .column(column)
              .orElseThrow(() -> new IllegalArgumentException("no column `" + column + "`"));
      values.add(rows.field(there.name()));
    }
    values.add(terms.constant(false, Type.BOOLEAN));
    values.add(terms.constant(true, Type.BOOLEAN));
    List<String> names = new ArrayList<>(columns);
    names.addAll(List.of(Recalled.ON_TRIAL, Recalled.STANDING));
    return insert(rows, values, recalled, names);
  }

  private Statement insert(Rows rows, List<RexNode> values, Table into, List<String> names) {
    return bench.statement(
        Heads.insert(into, names, bench.query(bench.project(rows.relation(), values, names))));
  }

  /** Rows of the quarantine whose copies the relation has. */
  public Statement takeOut(Relation recalled, Table quarantine) {
    Rows rows = relations.of(recalled);
    RexNode origin = rows.field(Recalled.ORIGIN);
    return bench.statement(
        Heads.delete(
            quarantine,
            Heads.in(
                Heads.identity(bench.profile),
                bench.query(
                    bench.project(rows.relation(), List.of(origin), List.of(Recalled.ORIGIN))))));
  }
}
