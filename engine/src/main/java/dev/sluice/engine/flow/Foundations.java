package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.gate.GateTask.Foundation;
import dev.sluice.engine.gate.Quarantining;
import dev.sluice.engine.gate.RepairTrail;
import dev.sluice.engine.gate.Trial;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Typing;
import java.util.ArrayList;
import java.util.List;

/** What a gate needs and does not find, on a database where making a table commits. */
final class Foundations {

  private final ReadySuite suite;

  Foundations(ReadySuite suite) {
    this.suite = suite;
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

  /**
   * The tables that a trial writes to and that are absent, or lack columns.
   *
   * @throws dev.sluice.dsl.diagnostic.InvalidInput within the caller's transaction, where there are
   *     any: nothing is made there
   */
  List<Foundation> of(Trial trial, List<String> ledger, boolean staged) {
    List<Foundation> needed = of(trial);
    if (staged) {
      refuse(needed, ledger);
    }
    suite.diagnostics().throwIfErrors();
    return needed;
  }

  private List<Foundation> of(Trial trial) {
    SqlProfile profile = suite.database().connector().sql();
    List<Foundation> needed = new ArrayList<>();
    if (trial.mode() != Trial.Mode.NONE && isAbsent(trial.target())) {
      needed.add(new Foundation(trial.target(), trial.published()));
    }
    if (trial.recall().isEmpty() && does(trial, Policy.Action.Quarantine.class)) {
      List<Column> columns = Quarantining.columns(trial.candidate().columns(), profile);
      if (lacks(trial.quarantine(), columns)) {
        needed.add(new Foundation(trial.quarantine(), columns));
      }
    }
    if (does(trial, Policy.Action.Default.class)) {
      trial
          .repairs()
          .filter(this::isAbsent)
          .ifPresent(table -> needed.add(new Foundation(table, RepairTrail.columns(profile))));
    }
    return needed;
  }

  private boolean isAbsent(Table table) {
    return new SideTables(suite).at(table.path()).isEmpty();
  }

  private boolean lacks(Table table, List<Column> columns) {
    return new SideTables(suite)
        .at(table.path())
        .filter(
            there ->
                columns.stream().allMatch(each -> there.table().column(each.name()).isPresent()))
        .isEmpty();
  }

  private static boolean does(Trial trial, Class<? extends Policy.Action> kind) {
    return trial.expect().stream()
        .flatMap(line -> line.policy().zones().stream())
        .anyMatch(zone -> kind.isInstance(zone.action()));
  }

  private void refuse(List<Foundation> needed, List<String> ledger) {
    List<Table> tables = new ArrayList<>(needed.stream().map(Foundation::table).toList());
    Table ours = new Table(ledger, ledger.get(ledger.size() - 1), List.of());
    if (isAbsent(ours)) {
      tables.add(ours);
    }
    Scalar at = Gated.target(suite.file());
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
