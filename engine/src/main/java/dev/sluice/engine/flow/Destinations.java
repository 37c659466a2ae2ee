package dev.sluice.engine.flow;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.gate.Quarantining;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.run.Failures;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refuses tables that are to take rows and cannot: before anything is written. */
final class Destinations {

  private final ReadySuite suite;
  private final Table candidate;

  Destinations(ReadySuite suite, Table candidate) {
    this.suite = suite;
    this.candidate = candidate;
  }

  /** The table that stands at a place, where there is one. */
  Optional<CatalogueReader.Entry> at(List<String> path) {
    try {
      return suite.database().connector().catalogue().find(suite.connection(), path, true).stream()
          .findFirst();
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
    fits(into, "`" + into.value() + "`", candidate, target);
  }

  /**
   * The quarantine.
   *
   * @param written where the suite says something of it
   */
  void quarantine(Scalar written, Table quarantine, Table target, List<String> ledger) {
    String name = "`" + quarantine.path().get(quarantine.path().size() - 1) + "`";
    String other =
        quarantine.path().equals(target.path())
            ? "target"
            : quarantine.path().equals(candidate.path())
                ? "candidate"
                : quarantine.path().equals(ledger) ? "ledger" : "";
    if (!other.isEmpty()) {
      refuse(
          written,
          "the quarantine " + name + " is the " + other,
          "name another table under `quarantine:`");
      return;
    }
    List<Column> columns = new ArrayList<>(candidate.columns());
    columns.addAll(Quarantining.COLUMNS);
    Table shape = new Table(quarantine.path(), quarantine.display(), columns);
    at(quarantine.path()).ifPresent(entry -> fits(written, "the quarantine " + name, shape, entry));
  }

  private void fits(Scalar at, String what, Table rows, CatalogueReader.Entry table) {
    if (table.kind() == CatalogueReader.Kind.VIEW || table.kind() == CatalogueReader.Kind.FILE) {
      String kind = table.kind() == CatalogueReader.Kind.VIEW ? "a view" : "a file";
      refuse(at, what + " is " + kind + ": no rows can be written there", "name a table");
      return;
    }
    List<String> wrong = new TargetShape(rows, table.table(), table.filled()).differences();
    if (!wrong.isEmpty()) {
      refuse(
          at,
          "the candidate does not fit " + what + ": " + String.join("; ", wrong),
          "change the table or the candidate; Sluice alters no table");
    }
  }

  private void refuse(Scalar at, String message, String help) {
    suite.diagnostics().add(Diagnostic.error(Code.E0604, message, at.file(), at.span()).help(help));
  }
}
