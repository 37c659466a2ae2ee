package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Outline;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.SuiteSource;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.SuiteReport;
import dev.sluice.engine.report.Verdict;
import java.util.List;
import java.util.Optional;

/** A suite none of whose lines could be judged: each of them is an error. */
final class Unreachable {

  private Unreachable() {}

  static SuiteReport report(SuiteReports.Frame frame, ReadySuite suite, Failure failure) {
    return report(frame, suite.source(), failure);
  }

  static SuiteReport report(SuiteReports.Frame frame, SuiteSource source, Failure failure) {
    return frame.report(
        Outcome.ERROR,
        failure.message(),
        Optional.of(failure),
        Optional.empty(),
        0,
        0,
        lines(source, Verdict.ERROR, failure.message(), Optional.of(failure)),
        Optional.empty());
  }

  /** The lines of a suite as its text alone gives them. */
  static List<ExpectationReport> lines(
      SuiteSource source, Verdict verdict, String message, Optional<Failure> failure) {
    return Outline.of(source.file()).stream()
        .map(each -> Telling.unjudged(each.heading(), level(each), verdict, message, failure))
        .toList();
  }

  private static String level(Outline.Entry line) {
    return line.expectation().map(Telling::level).orElse("row");
  }
}
