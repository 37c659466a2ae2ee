package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.gate.GateTask.Foundation;
import dev.sluice.engine.gate.Quarantining;
import dev.sluice.engine.gate.Trial;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Typing;
import java.util.ArrayList;
import java.util.List;

/** What a gate needs and does not find, on a database where making a table commits. */
final class Foundations {

  private final ReadySuite suite;
  private final Scalar at;

  Foundations(ReadySuite suite, Scalar at) {
    this.suite = suite;
    this.at = at;
  }

  /** Refuses a load whose table is absent: the step could not make it and be undone. */
  void requireCandidate() {
    Scalar written = suite.file().table();
    if (new Typing(suite).optional(written).isEmpty()) {
      suite
          .diagnostics()
          .add(
              Diagnostic.error(
                      Code.E0402,
                      "no table `" + written.value() + "`",
                      written.file(),
                      written.span())
                  .help("make it before the load: " + reason()));
    }
    suite.diagnostics().throwIfErrors();
  }

  /** The absent tables that a trial writes to. */
  List<Foundation> of(Trial trial) {
    List<Foundation> absent = new ArrayList<>();
    if (trial.mode() != Trial.Mode.NONE) {
      add(new Foundation(trial.target(), trial.candidate().columns()), absent);
    }
    if (trial.expect().stream().anyMatch(Foundations::quarantines)) {
      add(
          new Foundation(
              trial.quarantine(),
              Quarantining.columns(
                  trial.candidate().columns(), suite.database().connector().sql())),
          absent);
    }
    return absent;
  }

  private void add(Foundation foundation, List<Foundation> absent) {
    if (isAbsent(foundation.table())) {
      absent.add(foundation);
    }
  }

  private boolean isAbsent(Table table) {
    return new Destinations(suite, table).at(table.path()).isEmpty();
  }

  private static boolean quarantines(Expectation line) {
    return line.policy().zones().stream()
        .anyMatch(zone -> zone.action() instanceof Policy.Action.Quarantine);
  }

  /** Within the caller's transaction nothing is made. */
  void refuse(List<Foundation> needed, List<String> ledger) {
    List<Table> tables = new ArrayList<>(needed.stream().map(Foundation::table).toList());
    Table ours = new Table(ledger, ledger.get(ledger.size() - 1), List.of());
    if (isAbsent(ours)) {
      tables.add(ours);
    }
    for (Table table : tables) {
      String name = table.path().get(table.path().size() - 1);
      suite
          .diagnostics()
          .add(
              Diagnostic.error(
                      Code.E0604, "the gate needs the table `" + name + "`", at.file(), at.span())
                  .help("make it before the transaction: " + reason()));
    }
  }

  private String reason() {
    return "on " + suite.database().connector().name() + " making a table commits";
  }
}
