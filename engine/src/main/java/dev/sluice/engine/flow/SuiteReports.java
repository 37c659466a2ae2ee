package dev.sluice.engine.flow;

import dev.sluice.engine.prepare.SuiteSource;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.GateReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.SuiteReport;
import dev.sluice.engine.report.Verdict;
import java.util.List;
import java.util.Optional;

/** Reports of suites. */
final class SuiteReports {

  private SuiteReports() {}

  /** What stays the same however a suite ends. */
  record Frame(SuiteSource source, String connection, String table) {

    Frame(SuiteSource source, String connection) {
      this(source, connection, source.file().table().value());
    }

    /** The same about another table than the suite's candidate. */
    Frame of(String other) {
      return new Frame(source, connection, other);
    }

    SuiteReport report(
        Outcome outcome,
        String message,
        Optional<Failure> error,
        Optional<Long> rows,
        int scans,
        int sampleScans,
        List<ExpectationReport> expectations,
        Optional<GateReport> gate) {
      return new SuiteReport(
          source.name(),
          source.shown(),
          connection,
          table,
          outcome,
          message,
          error,
          rows,
          scans,
          sampleScans,
          expectations,
          gate);
    }
  }

  /** The outcome of a check: error before failed before warned. */
  static Outcome outcome(List<ExpectationReport> expectations) {
    if (any(expectations, Verdict.ERROR)) {
      return Outcome.ERROR;
    }
    if (any(expectations, Verdict.FAILED) || any(expectations, Verdict.ROLLED_BACK)) {
      return Outcome.FAILED;
    }
    return any(expectations, Verdict.WARNED) || any(expectations, Verdict.HANDLED)
        ? Outcome.WARNED
        : Outcome.PASSED;
  }

  private static boolean any(List<ExpectationReport> expectations, Verdict verdict) {
    return expectations.stream().anyMatch(each -> each.verdict() == verdict);
  }

  /** A sentence that counts verdicts: {@code 12 met, 1 warned, 2 failed}. */
  static String counts(List<ExpectationReport> expectations) {
    StringBuilder text = new StringBuilder();
    for (Verdict verdict : Verdict.values()) {
      long number = expectations.stream().filter(each -> each.verdict() == verdict).count();
      if (number > 0) {
        text.append(text.isEmpty() ? "" : ", ")
            .append(number)
            .append(' ')
            .append(verdict.word().replace('_', ' '));
      }
    }
    return text.toString();
  }
}
