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
    if (lines.stream().allMatch(Repairs::isToldByTheRow)) {
      judge(acting, lines, new Relation.Changed(repaired), faults);
    } else {
      judge(acting, lines.stream().map(Repairs::onChangedRows).toList(), repaired, faults);
    }
    if (!faults.isEmpty()) {
      throw new Stop(new Failure("repair_conflict", faults.values().iterator().next().message()));
    }
  }

  private void judge(
      Acting acting,
      List<Expectation.Sentence> lines,
      Relation relation,
      Map<String, Failure> faults) {
    if (lines.isEmpty()) {
      return;
    }
    Audit.Result result = Audit.of(lines, relation, session, trial.audit().withoutSamples());
    for (Finding finding : result.findings()) {
      if (finding.error().isPresent()) {
        throw new Stop(finding.error().get());
      }
      if (finding.violations() > 0) {
        conflict(acting, finding, faults);
      }
    }
  }

  // Then the other rows, of which there are many more, need not be read.
  private static boolean isToldByTheRow(Expectation.Sentence line) {
    return Parts.isPlain(line.check()) && line.where().map(Parts::isPlain).orElse(true);
  }

  private static void conflict(Acting acting, Finding finding, Map<String, Failure> faults) {
    Expectation.Sentence broken = (Expectation.Sentence) finding.expectation();
    Set<String> read = columns(broken);
    for (Acting.Line line : acting.lines()) {
      if (line.action() instanceof Policy.Action.Default repair && read.contains(repair.column())) {
        String id = broken.heading().id();
        String message =
            "after `default` set `"
                + repair.column()
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
