package dev.sluice.engine.sql.internal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Relation.Repair;
import dev.sluice.engine.plan.Relation.Stored;
import dev.sluice.engine.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;

/** Statements that write. Their heads are syntax trees around a compiled query. */
public final class Writes {

  private final Workbench bench;
  private final Relations relations;
  private final Terms terms;

  public Writes(SqlProfile profile) {
    this.bench = new Workbench(profile);
    this.relations = new Relations(bench);
    this.terms = bench.terms;
  }

  /** The marked rows into the table of marks. */
  public Statement marks(Stored source, Optional<Expression> onTrial, Marks marks) {
    List<String> columns = new ArrayList<>(List.of(Marks.ROW));
    marks.flags().forEach(flag -> columns.add(flag.name()));
    SqlNode query = bench.query(new Marking(relations).marked(source, onTrial, marks));
    return bench.statement(Heads.insert(marks.table(), columns, query));
  }

  public Statement insert(Relation relation, Table target, List<String> columns) {
    Rows rows = relations.of(relation);
    List<RexNode> values = columns.stream().map(rows::copied).toList();
    return bench.statement(
        Heads.insert(
            target,
            spelt(target, columns),
            bench.query(bench.project(rows.relation(), values, columns))));
  }

  /** Columns as the table that takes them spells them; of a new one as they are. */
  private static List<String> spelt(Table table, List<String> columns) {
    return columns.stream()
        .map(column -> table.column(column).map(Column::name).orElse(column))
        .toList();
  }

  /** Rows with a flag that has a reason, into the quarantine with their reasons. */
  public Statement quarantine(
      Stored source,
      Marks marks,
      Map<String, String> reasonByFlag,
      Table quarantine,
      List<String> columns,
      String run,
      Instant at) {
    Rows rows = relations.identified(source);
    Marking.join(rows, marks, JoinRelType.INNER);
    rows.keep(Marking.any(rows, List.copyOf(reasonByFlag.keySet())));
    List<RexNode> values = new ArrayList<>();
    columns.forEach(column -> values.add(rows.field(column)));
    values.add(terms.constant(run, Type.TEXT));
    values.add(reasons(rows, reasonByFlag));
    values.add(terms.constant(at, Type.TIMESTAMPTZ));
    List<String> names = new ArrayList<>(columns);
    for (String name : List.of("sluice_run", "sluice_reasons", "sluice_at")) {
      names.add(bench.profile.folded(name));
    }
    return bench.statement(
        Heads.insert(
            quarantine,
            spelt(quarantine, names),
            bench.query(bench.project(rows.relation(), values, names))));
  }

  /** A JSON array of the reasons whose flags are set, in their order. */
  private RexNode reasons(Rows rows, Map<String, String> reasonByFlag) {
    List<RexNode> parts = new ArrayList<>();
    reasonByFlag.forEach(
        (flag, reason) ->
            parts.add(
                terms.term(
                    "CASE WHEN {0} THEN {1} ELSE '' END",
                    Type.TEXT,
                    rows.field(flag),
                    terms.constant(",\"" + escaped(reason) + "\"", Type.TEXT))));
    RexNode all = terms.term("{0.. || }", Type.TEXT, parts);
    return terms.term("'[' || SUBSTRING({0}, 2) || ']'", Type.TEXT, all);
  }

  private static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  public Statement delete(Stored source, Marks marks, List<String> flags) {
    SqlNode identity = Heads.identity(bench.profile);
    return bench.statement(
        Heads.delete(source.table(), Heads.in(identity, marked(marks, flags, List.of()))));
  }

  /** One update: each column is repaired by the first repair whose flag is set. */
  public Statement update(Stored source, Marks marks, List<String> out, List<Repair> repairs) {
    Map<String, SqlNode> values = new LinkedHashMap<>();
    Set<String> flags = new LinkedHashSet<>();
    for (Repair repair : repairs) {
      flags.add(repair.flag());
      values.computeIfAbsent(
          repair.column(), column -> repaired(source.table(), marks, column, repairs));
    }
    SqlNode rows = Heads.in(Heads.identity(bench.profile), marked(marks, List.copyOf(flags), out));
    return bench.statement(Heads.update(source.table(), values, rows));
  }

  private SqlNode repaired(Table table, Marks marks, String name, List<Repair> repairs) {
    Column column =
        table.columns().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no column `" + name + "`"));
    List<SqlNode> operands = new ArrayList<>();
    StringBuilder template = new StringBuilder("CASE");
    for (Repair repair : repairs) {
      if (repair.column().equals(name)) {
        SqlNode identity = Heads.identity(bench.profile);
        operands.add(Heads.in(identity, marked(marks, List.of(repair.flag()), List.of())));
        operands.add(scalar(table, repair.value(), column));
        template.append(
            String.format(" WHEN {%d} THEN {%d}", operands.size() - 2, operands.size() - 1));
      }
    }
    operands.add(Heads.column(name));
    template.append(" ELSE {").append(operands.size() - 1).append("} END");
    return new TemplateOperator(template.toString()).createCall(Trees.NOWHERE, operands);
  }

  public Statement deleteMatching(Table target, Optional<Expression> slice) {
    return bench.statement(
        Heads.delete(target, slice.map(check -> condition(target, check)).orElse(null)));
  }

  /** Rows of the target whose key is among the relation's. */
  public Statement deleteKeys(Relation relation, Table target, List<String> key) {
    Rows rows = relations.of(relation);
    SqlNode keys =
        bench.query(bench.project(rows.relation(), key.stream().map(rows::field).toList(), key));
    return bench.statement(Heads.delete(target, Heads.in(Heads.columns(spelt(target, key)), keys)));
  }

  /** The identities of marked rows. */
  private SqlNode marked(Marks marks, List<String> any, List<String> none) {
    Rows rows = Marking.alone(bench, marks);
    rows.keep(Marking.any(rows, any));
    if (!none.isEmpty()) {
      rows.keep(Marking.without(rows, none));
    }
    return bench.query(
        bench.project(rows.relation(), List.of(rows.identity()), List.of(Marks.ROW)));
  }

  /** What a column becomes, over the rows of its own table. */
  private SqlNode scalar(Table table, Expression value, Column column) {
    Rows rows = relations.of(new Stored(table, Optional.empty()));
    return bench.scalar(rows.relation(), Relations.stored(rows, value, column));
  }

  private SqlNode condition(Table table, Expression check) {
    Rows rows = relations.of(new Stored(table, Optional.empty()));
    return bench.scalar(rows.relation(), rows.of(check));
  }
}
