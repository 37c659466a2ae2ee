package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.engine.audit.Audit;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Plan;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Rules;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.run.Session;
import java.util.List;

/** `budget:`: a plan of more scans, or over a candidate of more rows, is refused before it runs. */
final class Budget {

  private final ReadySuite suite;
  private int scans;

  Budget(ReadySuite suite) {
    this.suite = suite;
  }

  /**
   * The scans that judging lines over a relation takes, a query of the suite's own for one each.
   * What is judged at another time is scanned anew, the same rows included.
   */
  static int scans(ReadySuite suite, List<Expectation> lines, Relation relation) {
    List<Measurement> measurements = Audit.measurements(lines, relation);
    int queries = (int) lines.stream().filter(Expectation.Query.class::isInstance).count();
    return Plan.of(measurements, suite.database().connector().sql(), Rules.ALL).statements()
        + queries;
  }

  /** Adds what judging lines over a relation takes. */
  Budget with(List<Expectation> lines, Relation relation) {
    if (!lines.isEmpty()) {
      scans += scans(suite, lines, relation);
    }
    return this;
  }

  /**
   * Refuses what is too large; counts the candidate's rows only where the suite limits them.
   *
   * @throws dev.sluice.engine.run.DatabaseFailure when they cannot be counted
   */
  void check(Relation candidate, Session session) {
    if (suite.file().budget().isEmpty() || suite.diagnostics().hasErrors()) {
      return;
    }
    scans();
    SuiteFile.BudgetEntry budget = suite.file().budget().get();
    if (budget.rows().isPresent()) {
      long rows = session.number(session.compiler().count(candidate));
      if (rows > budget.rows().get()) {
        refuse(
            budget,
            "the candidate has " + Wording.count(rows, "rows"),
            budget.rows().get(),
            "rows");
      }
    }
  }

  /** Refuses too many scans, and reads nothing. */
  void scans() {
    SuiteFile.BudgetEntry budget = suite.file().budget().orElse(null);
    if (budget == null || budget.scans().isEmpty() || suite.diagnostics().hasErrors()) {
      return;
    }
    if (scans > budget.scans().get()) {
      refuse(budget, "this takes " + Wording.count(scans, "scans"), budget.scans().get(), "scans");
    }
  }

  private void refuse(SuiteFile.BudgetEntry budget, String plan, long most, String unit) {
    suite
        .diagnostics()
        .add(
            Diagnostic.error(
                    Code.E0605,
                    plan + ", and the budget is " + Wording.count(most, unit),
                    suite.file().file(),
                    budget.span())
                .help("`sluice explain` shows each scan; judge less, or raise the budget"));
  }
}
