package dev.sluice.engine.report;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.diagnostic.Severity;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.engine.report.JUnitOutput.Case;
import dev.sluice.engine.report.JUnitOutput.Kind;
import dev.sluice.engine.report.JUnitOutput.Suite;
import java.util.ArrayList;
import java.util.List;

/**
 * The report as JUnit XML, as build servers read it: a test suite a suite, a test case an
 * expectation. A run that is not passed always holds at least one failure or error.
 */
public final class JUnitReport {

  private static final String ENSURE = "ensure: ";
  private static final int WIDTH = 200;

  private JUnitReport() {}

  /** The report as an XML document that ends with a line feed. */
  public static String write(Report report) {
    List<Suite> suites = new ArrayList<>();
    report.suites().forEach(suite -> suites.add(suite(suite)));
    List<Case> mistakes =
        report.diagnostics().stream()
            .filter(each -> report.outcome() == Outcome.INVALID)
            .filter(each -> each.severity() == Severity.ERROR)
            .map(JUnitReport::mistake)
            .toList();
    if (!mistakes.isEmpty()) {
      suites.add(new Suite("sluice", mistakes));
    } else if (report.exitCode() != 0 && suites.stream().noneMatch(Suite::isBad)) {
      String message = report.outcome().word() + ", exit code " + report.exitCode();
      suites.add(
          new Suite("sluice", List.of(new Case("sluice", "outcome", Kind.ERROR, message, ""))));
    }
    return JUnitOutput.write(suites, report.startedAt(), report.elapsedMs());
  }

  private static Suite suite(SuiteReport suite) {
    List<Case> cases = new ArrayList<>();
    for (ExpectationReport expectation : suite.expectations()) {
      cases.add(expectation(suite, expectation));
    }
    Suite found = new Suite(suite.suite(), cases);
    if (suite.outcome().exitCode() == 0 || found.isBad()) {
      return found;
    }
    // no line tells why: an empty candidate, a database that cannot be reached
    boolean judged = suite.outcome() == Outcome.FAILED || suite.outcome() == Outcome.ROLLED_BACK;
    String message =
        Redaction.mask(
            suite
                .error()
                .map(error -> error.code() + ": " + error.message())
                .orElse(suite.message()));
    cases.add(
        new Case(suite.suite(), "outcome", judged ? Kind.FAILURE : Kind.ERROR, message, message));
    return new Suite(suite.suite(), cases);
  }

  private static Case expectation(SuiteReport suite, ExpectationReport expectation) {
    boolean ensure = expectation.id().startsWith(ENSURE);
    String line = expectation.line();
    String name = ensure && !line.startsWith(ENSURE) ? ENSURE + line : line;
    Kind kind =
        switch (expectation.verdict()) {
          case MET -> Kind.PASSED;
          case WARNED, HANDLED -> Kind.TOLD;
          case FAILED, ROLLED_BACK -> Kind.FAILURE;
          case ERROR -> Kind.ERROR;
          case SKIPPED -> Kind.SKIPPED;
        };
    String message = expectation.verdict().word() + ": " + Redaction.mask(expectation.message());
    return new Case(suite.suite(), name, kind, message, details(suite, expectation, message));
  }

  private static String details(SuiteReport suite, ExpectationReport expectation, String message) {
    List<String> lines = new ArrayList<>();
    lines.add(message);
    lines.add(
        expectation.fileLine() == 0
            ? "given by -e"
            : "at " + suite.file() + ":" + expectation.fileLine());
    expectation.because().ifPresent(because -> lines.add("because " + because));
    expectation
        .error()
        .filter(error -> !expectation.message().contains(error.message()))
        .ifPresent(error -> lines.add(error.code() + ": " + Redaction.mask(error.message())));
    lines.addAll(SampleTable.lines(expectation.samples(), WIDTH));
    return String.join("\n", lines);
  }

  private static Case mistake(Diagnostic diagnostic) {
    SourceFile.Position place = diagnostic.file().position(diagnostic.span().start());
    String name = diagnostic.code() + " at " + place.line() + ":" + place.column();
    return new Case(
        diagnostic.file().name(),
        name,
        Kind.ERROR,
        Redaction.mask(diagnostic.message()),
        DiagnosticRenderer.plain().render(diagnostic));
  }
}
