package dev.sluice.engine.report;

import dev.sluice.dsl.diagnostic.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do now, for whoever was woken by the outcome. */
final class NextStep {

  private NextStep() {}

  static List<String> of(SuiteReport suite, String run) {
    List<String> steps = new ArrayList<>();
    Optional<GateReport> gate = suite.gate();
    if (gate.isEmpty() || gate.get().alreadyPublished()) {
      return steps;
    }
    switch (suite.outcome()) {
      case PUBLISHED, STAGED -> setAside(gate.get(), run).ifPresent(steps::add);
      case FAILED ->
          steps.add(
              "fix `" + shown(suite.table()) + "`, then run it again; downstream must not run");
      case ROLLED_BACK ->
          steps.add("downstream may go on with the old data; fix the load, then run it again");
      case UNKNOWN ->
          steps.add(
              gate.get().batch().isPresent()
                  ? "run it again: the ledger tells whether the batch was published"
                  : "look for run '" + run + "' in `sluice_ledger` before running it again");
      case ERROR -> steps.add("fix the cause, then run it again; downstream must not run");
      case PASSED, WARNED, INVALID -> {}
    }
    return steps;
  }

  private static Optional<String> setAside(GateReport gate, String run) {
    return gate.quarantine()
        .filter(table -> gate.quarantined() > 0)
        .map(
            table ->
                "select * from "
                    + shown(table)
                    + (gate.replay() ? "" : " where sluice_run = '" + run + "'"));
  }

  private static String shown(String text) {
    return TerminalText.visible(text);
  }
}
