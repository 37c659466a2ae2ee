package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.check.Tolerance;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Level;
import dev.sluice.engine.plan.Parts;
import dev.sluice.engine.report.ExpectationReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines by which a replay judges: those on rows, each row by itself. A row that violates one
 * stays, whatever the policy; only `warn` keeps no row, and `default` repairs as in a gate. What
 * speaks of a load as a whole does not count: tolerances, limits of zones, lines on the table.
 */
final class ReplayLines {

  private final List<Expectation> judged = new ArrayList<>();
  private final List<ExpectationReport> skipped = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private final Set<String> keeping = new LinkedHashSet<>();

  ReplayLines(List<Expectation> lines) {
    for (Expectation line : lines) {
      order.add(line.heading().id());
      if (keeps(line)) {
        keeping.add(line.heading().id());
      }
      if (!(line instanceof Expectation.Sentence sentence) || sentence.level() != Level.ROW) {
        skipped.add(Telling.skipped(line, "a replay judges by the lines on rows"));
      } else if (action(sentence).isEmpty()) {
        skipped.add(Telling.skipped(line, "a tolerance speaks of a load as a whole"));
      } else {
        judged.add(with(sentence, action(sentence).get()));
      }
    }
  }

  /** The lines as they are judged. */
  List<Expectation> judged() {
    return List.copyOf(judged);
  }

  /** The lines that are not judged, told. */
  List<ExpectationReport> skipped() {
    return List.copyOf(skipped);
  }

  /** The ids of all lines. */
  List<String> order() {
    return List.copyOf(order);
  }

  /** The ids of lines that put rows aside because another was kept. */
  Set<String> keeping() {
    return Set.copyOf(keeping);
  }

  private static boolean keeps(Expectation line) {
    return line.policy().zones().stream()
        .map(Policy.Zone::action)
        .anyMatch(
            each ->
                each instanceof Policy.Action.Quarantine quarantine
                    && quarantine.keeping().isPresent());
  }

  /** What a violation of one row means; nothing where some violations are borne. */
  private static Optional<Policy.Action> action(Expectation.Sentence line) {
    for (Policy.Zone zone : line.policy().zones()) {
      if (zone.action() instanceof Policy.Action.Quarantine) {
        return Optional.of(zone.action());
      }
      if (zone.action() instanceof Policy.Action.Drop drop) {
        return Optional.of(new Policy.Action.Quarantine(drop.keeping()));
      }
    }
    Policy.Action first = line.policy().zones().get(0).action();
    if (first instanceof Policy.Action.Default || first instanceof Policy.Action.Warn) {
      return Optional.of(first);
    }
    return line.tolerance() instanceof Tolerance.None
        ? Optional.of(new Policy.Action.Quarantine(Optional.empty()))
        : Optional.empty();
  }

  private static Expectation with(Expectation.Sentence line, Policy.Action action) {
    return new Expectation.Sentence(
        line.heading(),
        line.level(),
        line.check(),
        line.where(),
        line.per(),
        new Tolerance.None(),
        Policy.of(action),
        line.subject(),
        line.columns(),
        line.metrics(),
        line.observed());
  }

  /** What the judged lines ask of other rows of the table. */
  Set<Expression> lookups() {
    Set<Expression> all = new LinkedHashSet<>();
    for (Expectation each : judged) {
      Expectation.Sentence line = (Expectation.Sentence) each;
      all.addAll(Parts.lookups(line.check()));
      line.where().map(Parts::lookups).ifPresent(all::addAll);
    }
    all.removeIf(
        each ->
            each instanceof Expression.Among
                || (each instanceof Expression.Measure measure && measure.table().isPresent()));
    return all;
  }
}
