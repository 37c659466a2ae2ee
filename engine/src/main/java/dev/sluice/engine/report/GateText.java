package dev.sluice.engine.report;

import dev.sluice.dsl.diagnostic.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a gate was to do, and what happened to the rows. */
final class GateText {

  private GateText() {}

  /** {@code publish into analytics.orders, append, batch 2026-01-31}. */
  static String heading(GateReport gate) {
    List<String> parts = new ArrayList<>();
    String what = gate.shape() + (gate.mode().isPresent() ? " into " : ": ") + gate.target();
    parts.add(gate.replay() ? "replay into " + gate.target() : what);
    gate.mode().ifPresent(parts::add);
    gate.batch().ifPresent(batch -> parts.add("batch " + batch));
    return TerminalText.visible(String.join(", ", parts));
  }

  /** The account of the rows: nothing is lost. */
  static List<String> rows(SuiteReport suite, GateReport gate) {
    String target = "`" + TerminalText.visible(gate.target()) + "`";
    boolean nothing = gate.replay() && suite.rows().filter(rows -> rows == 0).isPresent();
    if (gate.alreadyPublished() || nothing) {
      return List.of();
    }
    if (suite.error().filter(each -> each.code().equals("step_committed")).isPresent()) {
      return List.of("nothing was undone that the step committed: look at " + target);
    }
    return switch (suite.outcome()) {
      case FAILED, ERROR -> List.of("nothing was published: " + target + " is as it was");
      case ROLLED_BACK, INVALID -> List.of("every write was undone: " + target + " is as it was");
      case UNKNOWN ->
          List.of("the database did not answer the commit: " + target + " may be old or new");
      case PASSED, WARNED -> account("it would be ", suite, gate);
      case PUBLISHED, STAGED -> account("", suite, gate);
    };
  }

  private static List<String> account(String before, SuiteReport suite, GateReport gate) {
    List<String> lines = new ArrayList<>();
    long candidate = gate.published() + gate.quarantined() + gate.dropped();
    String kind = gate.replay() ? "quarantined " : "candidate ";
    String rows =
        ValueText.count(suite.rows().orElse(candidate), kind + "row", kind + "rows")
            + " = "
            + ValueText.count(gate.published())
            + " published + "
            + ValueText.count(gate.quarantined());
    lines.add(
        before
            + rows
            + (gate.replay()
                ? " remaining"
                : " quarantined + " + ValueText.count(gate.dropped()) + " dropped"));
    String defaulted =
        gate.defaulted().entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(
                each ->
                    TerminalText.visible(each.getKey())
                        + " in "
                        + ValueText.count(each.getValue(), "row", "rows"))
            .collect(Collectors.joining(", "));
    if (!defaulted.isEmpty()) {
      lines.add("defaulted: " + defaulted);
    }
    if (suite.outcome() == Outcome.STAGED) {
      lines.add("written inside the caller's transaction: it counts when the caller commits");
    }
    return lines;
  }
}
