package dev.sluice.engine.gate;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.audit.Audit;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.plan.Parts;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.run.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges once more, on the rows that `default` changed, every row line that reads what changed. */
final class Repairs {

  private final Session session;
  private final Trial trial;

  Repairs(Session session, Trial trial) {
    this.session = session;
    this.trial = trial;
  }

  /**
   * @param faults receives the lines in conflict
   * @throws Stop when a repaired row violates a line
   */
  void judge(Acting acting, Relation.Repaired repaired, Map<String, Failure> faults) {
    Set<String> changed =
        repaired.repairs().stream().map(Relation.Repair::column).collect(Collectors.toSet());
    List<Expectation.Sentence> lines =
        trial.expect().stream()
            .filter(Expectation.Sentence.class::isInstance)
            .map(Expectation.Sentence.class::cast)
            .filter(each -> each.level() == Level.ROW && reads(each, changed))
            .toList();
    // Then the other rows, of which there are many more, need not be read.
    boolean alone = lines.stream().allMatch(Repairs::isToldByTheRow);
    for (Finding finding : violated(lines, repaired, alone)) {
      conflict(acting, finding, repaired, alone, faults);
    }
    if (!faults.isEmpty()) {
      throw new Stop(new Failure("repair_conflict", faults.values().iterator().next().message()));
    }
  }

  private List<Finding> violated(
      List<Expectation.Sentence> lines, Relation.Repaired repaired, boolean alone) {
    if (lines.isEmpty()) {
      return List.of();
    }
    Audit.Result result =
        Audit.of(
            alone ? lines : lines.stream().map(Repairs::onChangedRows).toList(),
            alone ? new Relation.Changed(repaired) : repaired,
            session,
            trial.audit().withoutSamples());
    for (Finding finding : result.findings()) {
      if (finding.error().isPresent()) {
        throw new Stop(finding.error().get());
      }
    }
    return result.findings().stream().filter(each -> each.violations() > 0).toList();
  }

  private static boolean isToldByTheRow(Expectation.Sentence line) {
    return Parts.isPlain(line.check()) && line.where().map(Parts::isPlain).orElse(true);
  }

  private void conflict(
      Acting acting,
      Finding finding,
      Relation.Repaired repaired,
      boolean alone,
      Map<String, Failure> faults) {
    Expectation.Sentence broken = original(finding);
    Set<String> read = columns(broken);
    List<Acting.Line> suspects =
        acting.lines().stream()
            .filter(line -> repair(line).filter(each -> read.contains(each.column())).isPresent())
            .toList();
    List<Acting.Line> guilty =
        suspects.stream()
            .filter(
                line ->
                    suspects.size() == 1
                        || !violated(
                                List.of(broken), repaired.by(repair(line).orElseThrow()), alone)
                            .isEmpty())
            .toList();
    // What a repair did to other rows, such as to their mean, is the doing of any of them.
    for (Acting.Line line : guilty.isEmpty() ? suspects : guilty) {
      String id = broken.heading().id();
      String message =
          "after `default` set `"
              + repair(line).orElseThrow().column()
              + "`, "
              + Wording.count(finding.violations(), "repaired rows")
              + (finding.violations() == 1 ? " violates `" : " violate `")
              + id
              + "`";
      Failure failure = new Failure("repair_conflict", message);
      faults.put(id, failure);
      faults.put(line.sentence().heading().id(), failure);
    }
  }

  // The line as it stands in the suite, not as it was put for the changed rows.
  private Expectation.Sentence original(Finding finding) {
    String id = finding.expectation().heading().id();
    return trial.expect().stream()
        .filter(Expectation.Sentence.class::isInstance)
        .map(Expectation.Sentence.class::cast)
        .filter(each -> each.heading().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Relation.Repair> repair(Acting.Line line) {
    return line.action() instanceof Policy.Action.Default repair
        ? Optional.of(new Relation.Repair(line.flag(), repair.column(), repair.value()))
        : Optional.empty();
  }

  private static boolean reads(Expectation.Sentence sentence, Set<String> changed) {
    return columns(sentence).stream().anyMatch(changed::contains);
  }

  private static Set<String> columns(Expectation.Sentence sentence) {
    Set<String> read = new HashSet<>(Expressions.columns(sentence.check()));
    sentence.where().ifPresent(where -> read.addAll(Expressions.columns(where)));
    sentence.per().stream().map(Column::name).forEach(read::add);
    return read;
  }

  // Rows that no repair touched were judged before; they count as met here, whatever they hold.
  private static Expectation.Sentence onChangedRows(Expectation.Sentence line) {
    Expression changed = new Expression.ColumnValue(Relation.Repaired.CHANGED, Type.BOOLEAN);
    return new Expectation.Sentence(
        line.heading(),
        line.level(),
        new Expression.Or(List.of(new Expression.Not(changed), line.check())),
        line.where(),
        line.per(),
        line.tolerance(),
        line.policy(),
        line.subject(),
        line.columns(),
        Map.of(),
        line.observed());
  }
}
