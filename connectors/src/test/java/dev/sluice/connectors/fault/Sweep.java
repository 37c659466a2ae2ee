package dev.sluice.connectors.fault;

import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs one suite once for each fault, and checks after each what must hold. A run that was hit
 * before it published is followed by the next on the same tables, as a rerun would be; when it has
 * published, and after some runs anyway, it is run again without a fault, and then set back.
 */
final class Sweep {

  private static final int CHAIN = 20;

  /** A gate calls a little less where the one before has left something made. */
  private static final int FEW = 20;

  /** One way in which a call can be hit. */
  record Mode(Injection.Moment moment, Injection.Lasting lasting) {}

  /** Which faults are tried at a call. */
  interface Choice {
    List<Mode> of(int number, String call);
  }

  private final Stage stage;
  private final Calls.Reach reach;
  private final List<String> violations = new ArrayList<>();
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private List<String> clean = List.of();
  private int cases;
  private int missed;
  private int sinceReset;

  Sweep(Stage stage, Calls.Reach reach) {
    this.stage = stage;
    this.reach = reach;
  }

  Sweep run(Choice choice) throws SQLException, InterruptedException {
    stage.reset();
    stage.gate(reach, Optional.empty());
    // one that is not quite gone would make the next wait, with calls of their own
    stage.settle();
    stage.reset();
    State before = stage.state();
    Stage.Run undisturbed = stage.gate(reach, Optional.empty());
    State after = stage.state();
    clean = undisturbed.calls().made();
    tell("no fault", clean.isEmpty() ? List.of("no call was counted") : List.of());
    Invariants invariants = new Invariants(stage, before, after);
    tell("no fault", invariants.brokenAtLast(undisturbed.report(), after));
    stage.reset();
    for (int number = 1; number <= clean.size(); number++) {
      for (Mode mode : choice.of(number, clean.get(number - 1))) {
        one(new Injection(number, mode.moment(), mode.lasting()), invariants);
      }
    }
    again("the last of them", invariants);
    if (missed > cases / FEW) {
      tell(missed + " faults", List.of("they did not strike"));
    }
    return this;
  }

  private void one(Injection fault, Invariants invariants) throws SQLException {
    sinceReset++;
    String name = fault + " (" + clean.get(fault.call() - 1) + ")";
    Stage.Run hit = stage.gate(reach, Optional.of(fault));
    if (hit.calls().struck()) {
      cases++;
    } else {
      missed++;
    }
    outcomes.merge(hit.report().outcome(), 1, Integer::sum);
    boolean lost = fault.lasting() == Injection.Lasting.FOREVER && hit.calls().struckAtPublishing();
    State now = stage.state();
    List<String> broken = invariants.broken(hit.report(), now, lost);
    tell(name, broken);
    if (now.runs("published") > 0
        || sinceReset >= (stage.isRepeatable() ? CHAIN : 1)
        || !broken.isEmpty()) {
      again(name, invariants);
    }
  }

  private void again(String name, Invariants invariants) throws SQLException {
    Report report = stage.gate(reach, Optional.empty()).report();
    tell(name, invariants.brokenAtLast(report, stage.state()));
    stage.reset();
    sinceReset = 0;
  }

  private void tell(String name, List<String> broken) {
    broken.forEach(each -> violations.add(stage.name() + ", " + name + ": " + each));
  }

  List<String> violations() {
    return violations;
  }

  /** What a gate calls when nothing is hit. */
  List<String> calls() {
    return clean;
  }

  int cases() {
    return cases;
  }

  @Override
  public String toString() {
    return stage.name()
        + ": "
        + clean.size()
        + " calls, "
        + cases
        + " cases, "
        + outcomes
        + ", "
        + violations.size()
        + " violations";
  }
}
