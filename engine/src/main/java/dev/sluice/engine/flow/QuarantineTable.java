package dev.sluice.engine.flow;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.gate.Quarantining;
import dev.sluice.engine.prepare.ReadySuite;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A quarantine that exists. */
record QuarantineTable(CatalogueReader.Entry entry) {

  Table table() {
    return entry.table();
  }

  /** Its name for people. */
  String name() {
    return table().path().get(table().path().size() - 1);
  }

  /** The table as its rows were: without what a quarantine adds. */
  Table rows() {
    return with(each -> !Quarantining.isOwn(each.name()));
  }

  /** Adds a diagnostic where the table is no quarantine. */
  void check(ReadySuite suite) {
    Table own =
        new Table(
            table().path(),
            name(),
            Quarantining.columns(List.of(), suite.database().connector().sql()));
    List<String> wrong =
        new TargetShape(own, with(each -> Quarantining.isOwn(each.name())), Set.of()).differences();
    if (!wrong.isEmpty()) {
      refuse(
          suite,
          "the quarantine `" + name() + "` is none: " + String.join("; ", wrong),
          "name another under `quarantine:`");
    }
  }

  /** Adds a diagnostic where the suite names the quarantine, or else the target beside it. */
  static void refuse(ReadySuite suite, String message, String help) {
    Scalar at = suite.file().quarantine().orElse(Gated.target(suite.file()));
    suite.diagnostics().add(Diagnostic.error(Code.E0604, message, at.file(), at.span()).help(help));
  }

  private Table with(Predicate<Column> wanted) {
    return new Table(table().path(), name(), table().columns().stream().filter(wanted).toList());
  }
}
