package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.engine.audit.Audit;
import dev.sluice.engine.audit.AuditSettings;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.SuiteReport;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Readers;
import dev.sluice.engine.run.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges one suite and changes nothing. */
final class CheckFlow {

  /**
   * Further connections.
   *
   * @param connections that may be used in all
   */
  record Beside(Readers.Another another, int connections) {}

  private CheckFlow() {}

  static SuiteReport run(
      ReadySuite suite,
      ReadySuite.Typed typed,
      List<Expectation> lines,
      AuditSettings settings,
      Beside beside,
      Session session,
      SuiteReports.Frame frame) {
    Relation.Stored candidate = new Relation.Stored(typed.candidate().table(), typed.where());
    List<ExpectationReport> reports = new ArrayList<>();
    try {
      session.beginReading();
      Audit.Result result;
      int scans;
      try (Readers readers = Readers.of(session, beside.another(), beside.connections())) {
        result = Audit.of(lines, candidate, readers, settings);
        scans = readers.scans();
      }
      session.rollback();
      for (Finding finding : result.findings()) {
        reports.add(Telling.checked(finding));
      }
      typed
          .ensured()
          .forEach(each -> reports.add(Telling.skipped(each, "judged by `gate`, after the write")));
      Outcome outcome = SuiteReports.outcome(reports);
      return frame.report(
          outcome,
          SuiteReports.counts(reports),
          outcome == Outcome.ERROR ? firstError(reports) : Optional.empty(),
          result.rows(),
          scans,
          session.sampleScans(),
          reports,
          Optional.empty());
    } catch (DatabaseFailure failure) {
      return Unreachable.report(frame, suite, failure.failure());
    }
  }

  private static Optional<Failure> firstError(List<ExpectationReport> reports) {
    return reports.stream().flatMap(each -> each.error().stream()).findFirst();
  }
}
