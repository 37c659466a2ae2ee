package dev.sluice.engine.explain;

import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Printer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a policy does, in words, a text for each zone. */
final class Actions {

  private Actions() {}

  /**
   * @param line what was written; absent for entries that are no sentence
   */
  static List<String> of(Policy policy, Optional<Line> line, String unit) {
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < policy.zones().size(); index++) {
      Policy.Zone zone = policy.zones().get(index);
      String from = zone.above().map(each -> Limits.above(each, unit) + ", ").orElse("");
      texts.add(from + zone.action().word() + ": " + action(zone.action(), value(line, index)));
    }
    return texts;
  }

  private static Optional<String> value(Optional<Line> line, int zone) {
    return line.filter(each -> each.zones().size() > zone)
        .map(each -> each.zones().get(zone).action())
        .filter(Line.Action.Default.class::isInstance)
        .map(each -> Printer.check(((Line.Action.Default) each).value()));
  }

  private static String action(Policy.Action action, Optional<String> value) {
    if (action instanceof Policy.Action.Fail) {
      return "nothing is published, exit code 1";
    } else if (action instanceof Policy.Action.Rollback) {
      return "every write of the gate is undone, exit code 4 (1 in a check)";
    } else if (action instanceof Policy.Action.Warn) {
      return "it is told, and nothing else";
    } else if (action instanceof Policy.Action.Drop drop) {
      return kept(drop.keeping())
          .map(each -> each + "the others are left out, and counted")
          .orElse("violating rows are left out, and counted");
    } else if (action instanceof Policy.Action.Quarantine quarantine) {
      return kept(quarantine.keeping())
          .map(each -> each + "the others go to the quarantine table")
          .orElse("violating rows go to the quarantine table, the rest goes on");
    }
    Policy.Action.Default repair = (Policy.Action.Default) action;
    return "in violating rows `" + repair.column() + "` becomes " + value.orElse("another value");
  }

  private static Optional<String> kept(Optional<Policy.Keeping> keeping) {
    return keeping.map(
        each ->
            "of each repeated key the row with the "
                + (each.latest() ? "largest" : "smallest")
                + " `"
                + each.column()
                + "` stays, ");
  }
}
