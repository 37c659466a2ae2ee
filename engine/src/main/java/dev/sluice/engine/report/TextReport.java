package dev.sluice.engine.report;

import dev.sluice.dsl.diagnostic.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The report for people: what was expected and how it came out, the failing rows, what happened to
 * the rows, and what to do next. Texts of users and databases cannot steer the terminal.
 */
public final class TextReport {

  /** How much is told. */
  public enum Detail {
    /** What is not met, and nothing at all when everything is. */
    QUIET,
    NORMAL,
    /** The SQL too. */
    VERBOSE
  }

  /**
   * How it is told.
   *
   * @param colour ANSI colours, for a terminal
   * @param width columns of the terminal; sentences are never cut
   */
  public record Options(boolean colour, Detail detail, int width) {

    /** For files: everything but the SQL, no colours, 100 columns. */
    public static final Options PLAIN = new Options(false, Detail.NORMAL, 100);
  }

  private static final int INTERRUPTED = 130;

  private final Report report;
  private final Options options;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  private TextReport(Report report, Options options) {
    this.report = report;
    this.options = options;
    this.ink = new Ink(options.colour());
  }

  /**
   * The report as text that ends with a line feed, or empty when there is nothing to tell.
   * Diagnostics are counted, not shown.
   */
  public static String render(Report report, Options options) {
    List<String> lines = new TextReport(report, options).lines();
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private List<String> lines() {
    for (SuiteReport suite : report.suites()) {
      SuiteText text = new SuiteText(suite, report, options, ink);
      if (text.isWorthTelling()) {
        lines.addAll(text.lines());
        lines.add("");
      }
    }
    boolean quiet = options.detail() == Detail.QUIET && report.exitCode() == 0 && lines.isEmpty();
    if (!quiet) {
      lines.add(ending());
    }
    return lines;
  }

  private String ending() {
    List<String> parts = new ArrayList<>();
    if (report.exitCode() == INTERRUPTED) {
      parts.add("interrupted");
    }
    if (report.outcome() == Outcome.INVALID) {
      parts.add(ValueText.count(count(Severity.ERROR), "error", "errors"));
    }
    long warnings = count(Severity.WARNING);
    if (warnings > 0) {
      parts.add(ValueText.count(warnings, "warning", "warnings"));
    }
    if (report.outcome() == Outcome.INVALID && report.suites().isEmpty()) {
      parts.add("nothing was run");
    }
    if (report.suites().isEmpty() && report.exitCode() == 0) {
      parts.add("nothing wrong found");
    }
    if (report.suites().size() > 1) {
      parts.add(suites());
    }
    measured(parts);
    if (report.exitCode() != 0) {
      parts.add("exit code " + report.exitCode());
    }
    String word = OutcomeText.word(report.outcome());
    return ink.of(report.outcome(), word) + "  " + String.join(", ", parts);
  }

  private void measured(List<String> parts) {
    if (report.suites().isEmpty()) {
      return;
    }
    int scans = report.suites().stream().mapToInt(SuiteReport::scans).sum();
    int samples = report.suites().stream().mapToInt(SuiteReport::sampleScans).sum();
    parts.add(ValueText.count(scans, "scan", "scans"));
    if (samples > 0) {
      parts.add(ValueText.count(samples, "sample query", "sample queries"));
    }
    parts.add(OutcomeText.elapsed(report.elapsedMs()));
  }

  private String suites() {
    Map<Outcome, Long> counts =
        report.suites().stream()
            .collect(
                Collectors.groupingBy(
                    SuiteReport::outcome,
                    () -> new EnumMap<>(Outcome.class),
                    Collectors.counting()));
    String each =
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().word().replace('_', ' '))
            .collect(Collectors.joining(", "));
    return report.suites().size() + " suites (" + each + ")";
  }

  private long count(Severity severity) {
    return report.diagnostics().stream().filter(each -> each.severity() == severity).count();
  }
}
