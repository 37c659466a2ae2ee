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
   * What there is beside the suite's own connection.
   *
   * @param another gives further connections
   * @param connections that may be used in all
   * @param staged the caller's own transaction is open: it is read in, and goes on
   */
  record Beside(Readers.Another another, int connections, boolean staged) {}

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
      Audit.Result result = audit(lines, candidate, session, settings, beside);
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
          session.scans(),
          session.sampleScans(),
          reports,
          Optional.empty());
    } catch (DatabaseFailure failure) {
      return Unreachable.report(frame, suite, failure.failure());
    }
  }

  private static Audit.Result audit(
      List<Expectation> lines,
      Relation.Stored candidate,
      Session session,
      AuditSettings settings,
      Beside beside) {
    if (beside.staged()) {
      session.join();
      try {
        return Audit.of(lines, candidate, session, settings);
      } finally {
        session.undoJoined();
      }
    }
    session.beginReading();
    Audit.Result result;
    try (Readers readers = Readers.of(session, beside.another(), beside.connections())) {
      result = Audit.of(lines, candidate, readers, settings);
    }
    session.rollback();
    return result;
  }

  private static Optional<Failure> firstError(List<ExpectationReport> reports) {
    return reports.stream().flatMap(each -> each.error().stream()).findFirst();
  }
}
