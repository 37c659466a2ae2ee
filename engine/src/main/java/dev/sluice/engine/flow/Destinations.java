package dev.sluice.engine.flow;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.gate.Quarantining;
import dev.sluice.engine.gate.RepairTrail;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.run.Failures;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refuses tables that are to take rows and cannot: before anything is written. */
final class Destinations {

  private final ReadySuite suite;
  private final Table candidate;

  Destinations(ReadySuite suite, Table candidate) {
    this.suite = suite;
    this.candidate = candidate;
  }

  /**
   * A table that this gate may make: a name that the database would cut short is refused, since it
   * could then be that of another table.
   */
  void name(Scalar written, List<String> path) {
    int most = longestName();
    for (String part : path) {
      boolean inBytes = suite.database().connector().sql().limitsNamesInBytes();
      int length = inBytes ? part.getBytes(StandardCharsets.UTF_8).length : part.length();
      if (most > 0 && length > most) {
        refuse(
            written,
            "the name `"
                + part
                + "` has "
                + length
                + (inBytes ? " bytes" : " characters")
                + ", and this database keeps "
                + most,
            part.equals(written.value())
                ? "give it a shorter name"
                : "give it a shorter name, or name another table under `quarantine:`");
      }
    }
  }

  /**
   * A table that this gate makes where it is absent: its schema must be there, since none is made.
   */
  void place(Scalar written, List<String> path) {
    name(written, path);
    if (new SideTables(suite).at(path).isEmpty() && !schemas().holds(path)) {
      String schema = String.join(".", path.subList(0, path.size() - 1));
      refuse(written, "there is no schema `" + schema + "`", "make it, or name another");
    }
  }

  private Schemas schemas() {
    try {
      return Schemas.of(suite.connection());
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }

  private int longestName() {
    try {
      return suite.connection().getMetaData().getMaxTableNameLength();
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }

  /** The target of the publish shape: another table than the candidate, with room for its rows. */
  void target(Scalar into, CatalogueReader.Entry target) {
    if (target.table().path().equals(candidate.path())) {
      refuse(
          into,
          "`" + into.value() + "` is the candidate itself",
          "leave `publish:` out: then the table is repaired in place");
      return;
    }
    fits(into, "the candidate", "`" + into.value() + "`", candidate, target);
  }

  /**
   * The quarantine. Columns that it lacks are no fault: the gate adds them.
   *
   * @param written where the suite says something of it
   */
  void quarantine(Scalar written, Table quarantine, Table target, List<String> ledger) {
    List<Column> columns =
        Quarantining.columns(candidate.columns(), suite.database().connector().sql());
    Map<List<String>, String> others = others(target, ledger);
    Table shape = new Table(quarantine.path(), quarantine.display(), columns);
    if (alone(written, "quarantine", named("the quarantine", quarantine), shape, others)) {
      new SideTables(suite)
          .at(shape.path())
          .ifPresent(
              entry -> {
                Table taken = TargetShape.common(shape, entry.table());
                fits(written, "the candidate", named("the quarantine", shape), taken, entry);
              });
    }
  }

  /** The table of repairs. */
  void repairs(Scalar written, Table repairs, Table target, Table quarantine, List<String> ledger) {
    Map<List<String>, String> others = others(target, ledger);
    others.putIfAbsent(quarantine.path(), "quarantine");
    Table shape =
        new Table(
            repairs.path(),
            repairs.display(),
            RepairTrail.columns(suite.database().connector().sql()));
    String name = named("the table of repairs", repairs);
    if (alone(written, "repairs", name, shape, others)) {
      new SideTables(suite)
          .at(shape.path())
          .ifPresent(entry -> fits(written, "what is written down", name, shape, entry));
    }
  }

  /** The tables that a suite names beside its candidate, before more is known of any. */
  void apart() {
    SideTables tables = new SideTables(suite);
    Map<List<String>, String> others = new LinkedHashMap<>();
    others.put(tables.ledger(candidate.path()), "ledger");
    others.put(candidate.path(), "candidate");
    Table quarantine = tables.quarantine(candidate.path());
    suite
        .file()
        .quarantine()
        .ifPresent(
            written ->
                alone(
                    written,
                    "quarantine",
                    named("the quarantine", quarantine),
                    quarantine,
                    others));
    others.putIfAbsent(quarantine.path(), "quarantine");
    suite
        .file()
        .repairs()
        .ifPresent(
            written -> {
              Table repairs = tables.repairs().orElseThrow();
              alone(written, "repairs", named("the table of repairs", repairs), repairs, others);
            });
  }

  private Map<List<String>, String> others(Table target, List<String> ledger) {
    Map<List<String>, String> others = new LinkedHashMap<>();
    others.put(ledger, "ledger");
    others.put(candidate.path(), "candidate");
    others.put(target.path(), "target");
    return others;
  }

  private boolean alone(
      Scalar written, String key, String name, Table table, Map<List<String>, String> others) {
    String other = others.get(table.path());
    if (other != null) {
      refuse(written, name + " is the " + other, "name another table under `" + key + ":`");
    }
    return other == null;
  }

  private static String named(String what, Table table) {
    return what + " `" + table.path().get(table.path().size() - 1) + "`";
  }

  private void fits(
      Scalar at, String subject, String what, Table rows, CatalogueReader.Entry table) {
    if (table.kind() == CatalogueReader.Kind.UNTRANSACTIONAL) {
      refuse(
          at,
          what + " is a table without transactions: what is written there could not be undone",
          "move it to an engine with transactions, such as InnoDB");
      return;
    }
    if (table.kind() == CatalogueReader.Kind.VIEW || table.kind() == CatalogueReader.Kind.FILE) {
      String kind = table.kind() == CatalogueReader.Kind.VIEW ? "a view" : "a file";
      refuse(at, what + " is " + kind + ": no rows can be written there", "name a table");
      return;
    }
    List<String> wrong = new TargetShape(rows, table.table(), table.filled()).differences();
    if (!wrong.isEmpty()) {
      refuse(
          at,
          subject + " does not fit " + what + ": " + String.join("; ", wrong),
          "change the table or the candidate; Sluice alters no table");
    }
  }

  private void refuse(Scalar at, String message, String help) {
    suite.diagnostics().add(Diagnostic.error(Code.E0604, message, at.file(), at.span()).help(help));
  }
}
