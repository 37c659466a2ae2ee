package dev.sluice.engine.sql.internal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Relation.Repair;
import dev.sluice.engine.plan.Relation.Repaired;
import dev.sluice.engine.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;

/** Writes down what a repair changes, value by value, while the old one is still there. */
public final class Recording {

  private final Workbench bench;
  private final Relations relations;
  private final Terms terms;

  public Recording(SqlProfile profile) {
    this.bench = new Workbench(profile);
    this.relations = new Relations(bench);
    this.terms = bench.terms;
  }

  /**
   * The rows that one repair changes: those with its flag that stay, and that no repair before it
   * has changed in the same column.
   *
   * @param columns of the record: run, time, line, column, key, old value, new value
   */
  public Statement record(
      Repaired repaired,
      Repair repair,
      String line,
      List<String> key,
      Table record,
      List<String> columns,
      String run,
      Instant at) {
    Rows rows = relations.identified(repaired.source());
    Marking.join(rows, repaired.marks(), JoinRelType.INNER);
    rows.keep(Marking.any(rows, List.of(repair.flag())));
    List<String> others = new ArrayList<>(repaired.out());
    repaired.before(repair).forEach(each -> others.add(each.flag()));
    if (!others.isEmpty()) {
      rows.keep(Marking.without(rows, others));
    }
    Column column = rows.column(repair.column());
    List<RexNode> values =
        List.of(
            terms.constant(run, Type.TEXT),
            terms.constant(at, Type.TIMESTAMPTZ),
            terms.constant(line, Type.TEXT),
            terms.constant(column.name(), Type.TEXT),
            key(rows, key),
            text(rows.field(column.name())),
            text(Relations.stored(rows, repair.value(), column)));
    return bench.statement(
        Heads.insert(
            record, columns, bench.query(bench.project(rows.relation(), values, columns))));
  }

  /** A JSON object of the columns: whole numbers as numbers, everything else as text. */
  private RexNode key(Rows rows, List<String> key) {
    List<RexNode> parts = new ArrayList<>();
    String before = "{";
    for (String name : key) {
      String label = new String(JsonStringEncoder.getInstance().quoteAsString(name));
      parts.add(terms.constant(before + "\"" + label + "\":", Type.TEXT));
      parts.add(json(rows, rows.column(name)));
      before = ",";
    }
    parts.add(terms.constant("}", Type.TEXT));
    return terms.term("{0.. || }", Type.TEXT, parts);
  }

  private RexNode json(Rows rows, Column column) {
    RexNode value = rows.field(column.name());
    RexNode text = text(value);
    RexNode written = column.type().is(Type.Family.INTEGER) ? text : quoted(text);
    return terms.term(
        "CASE WHEN {0} THEN 'null' ELSE {1} END", Type.TEXT, terms.isNull(value), written);
  }

  private RexNode quoted(RexNode text) {
    String own = bench.profile.templates().get("json_string");
    if (own != null) {
      return terms.term(own, Type.TEXT, text);
    }
    RexNode escaped = text;
    for (String each : List.of("\\", "\"", "\n", "\r", "\t")) {
      String instead = new String(JsonStringEncoder.getInstance().quoteAsString(each));
      escaped =
          terms.term(
              "REPLACE({0}, {1}, {2})",
              Type.TEXT,
              escaped,
              terms.constant(each, Type.TEXT),
              terms.constant(instead, Type.TEXT));
    }
    return terms.term("'\"' || {0} || '\"'", Type.TEXT, escaped);
  }

  private RexNode text(RexNode value) {
    return terms.cast(value, Type.TEXT);
  }
}
