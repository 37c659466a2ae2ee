package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Parts;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Relation.Changed;
import dev.sluice.engine.plan.Relation.OnTrial;
import dev.sluice.engine.plan.Relation.Repair;
import dev.sluice.engine.plan.Relation.Repaired;
import dev.sluice.engine.plan.Relation.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;

/** Relations and scopes as algebra. */
final class Relations {

  private final Workbench bench;

  Relations(Workbench bench) {
    this.bench = bench;
  }

  /** The rows on trial. */
  Rows of(Relation relation) {
    if (relation instanceof Stored stored) {
      return stored(stored, false);
    }
    if (relation instanceof Changed changed) {
      return new Rows(bench, repaired(changed.repaired(), true), changed.columns());
    }
    return relation instanceof OnTrial some ? onTrial(some) : repairedRows((Repaired) relation);
  }

  /** The rows on trial that a line's {@code where} leaves. */
  Rows of(Scope scope) {
    Rows rows = of(scope.relation());
    scope.where().ifPresent(where -> narrow(rows, where, () -> of(scope.relation().seen())));
    return isPlain(scope.where()) ? rows : onlyColumns(rows);
  }

  /** The rows among which a line looks for others than the one at hand. */
  Rows seen(Scope scope) {
    return of(new Scope(scope.relation().seen(), scope.where()));
  }

  private Rows onTrial(OnTrial some) {
    Rows rows = of(some.all());
    rows.keep(rows.of(some.onTrial()));
    return rows;
  }

  /** With the identity of each row as {@link Marks#ROW}, behind the columns. */
  Rows identified(Stored stored) {
    return stored(stored, true);
  }

  private Rows stored(Stored stored, boolean identity) {
    List<Column> columns = stored.table().columns();
    RelNode scan = bench.scan(stored.table(), identity);
    Rows rows = new Rows(bench, scan, columns);
    Stored whole = new Stored(stored.table(), Optional.empty());
    stored.filter().ifPresent(filter -> narrow(rows, filter, () -> of(whole)));
    if (!identity) {
      return isPlain(stored.filter()) ? rows : onlyColumns(rows);
    }
    List<RexNode> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Column column : columns) {
      values.add(rows.field(column.name()));
      names.add(column.name());
    }
    values.add(bench.field(rows.relation(), columns.size()));
    names.add(Marks.ROW);
    return new Rows(bench, bench.project(rows.relation(), values, names), columns);
  }

  Workbench bench() {
    return bench;
  }

  /** What was looked up for a filter is of no use above it, and would be in the way. */
  private Rows onlyColumns(Rows rows) {
    List<String> names = rows.columns().stream().map(Column::name).toList();
    return new Rows(
        bench,
        bench.project(rows.relation(), names.stream().map(rows::field).toList(), names),
        rows.columns());
  }

  private void narrow(Rows rows, Expression filter, Supplier<Rows> scope) {
    new Lookups(this, rows, List.of(), scope).add(filter);
    rows.keep(rows.of(filter));
  }

  private static boolean isPlain(Optional<Expression> filter) {
    return filter.map(Parts::isPlain).orElse(true);
  }

  private Rows repairedRows(Repaired repaired) {
    List<Column> columns = new ArrayList<>(repaired.columns());
    if (!repaired.repairs().isEmpty()) {
      columns.add(new Column(Repaired.CHANGED, Type.BOOLEAN, "", false));
    }
    return new Rows(bench, repaired(repaired, false), columns);
  }

  /** Whether a repair changed the row; rows without marks have none. */
  private static RexNode changed(Rows rows, Repaired repaired) {
    RexNode changed =
        repaired
            .by()
            .map(by -> changed(rows, by, repaired.before(by)))
            .orElseGet(() -> any(rows, repaired.repairs()));
    return rows.bench().terms.term("COALESCE({0}, FALSE)", Type.BOOLEAN, changed);
  }

  private static RexNode changed(Rows rows, Repair by, List<Repair> before) {
    RexNode flag = rows.field(by.flag());
    return before.isEmpty()
        ? flag
        : rows.bench().terms.term("{0} AND NOT ({1})", Type.BOOLEAN, flag, any(rows, before));
  }

  private static RexNode any(Rows rows, List<Repair> repairs) {
    RexNode any = rows.field(repairs.get(0).flag());
    for (Repair repair : repairs.subList(1, repairs.size())) {
      any = rows.bench().terms.term("{0} OR {1}", Type.BOOLEAN, any, rows.field(repair.flag()));
    }
    return any;
  }

  /** With the column {@link Repaired#CHANGED}, unless those rows alone are asked for. */
  private RelNode repaired(Repaired repaired, boolean changedAlone) {
    Rows source = identified(repaired.source());
    Marking.join(source, repaired.marks(), changedAlone ? JoinRelType.INNER : JoinRelType.LEFT);
    if (!repaired.out().isEmpty()) {
      source.keep(Marking.without(source, repaired.out()));
    }
    if (changedAlone) {
      source.keep(changed(source, repaired));
    }
    List<RexNode> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Column column : repaired.columns()) {
      values.add(repairedColumn(source, column, repaired.repairs()));
      names.add(column.name());
    }
    if (!repaired.repairs().isEmpty() && !changedAlone) {
      values.add(changed(source, repaired));
      names.add(Repaired.CHANGED);
    }
    return bench.project(source.relation(), values, names);
  }

  /** The first repair whose flag is set gives the value. */
  static RexNode repairedColumn(Rows rows, Column column, List<Repair> repairs) {
    Terms terms = rows.bench().terms;
    RexNode value = rows.field(column.name());
    for (int i = repairs.size() - 1; i >= 0; i--) {
      Repair repair = repairs.get(i);
      if (repair.column().equals(column.name())) {
        value =
            terms.term(
                "CASE WHEN {0} THEN {1} ELSE {2} END",
                column.type(),
                rows.field(repair.flag()),
                stored(rows, repair.value(), column),
                value);
      }
    }
    return value;
  }

  /** A value as the column stores it. */
  static RexNode stored(Rows rows, Expression value, Column column) {
    String type = rows.bench().profile.castName(column);
    return rows.bench().terms.cast(rows.of(value), column.type(), type);
  }
}
