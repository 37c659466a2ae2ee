package dev.sluice.engine.report;

import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.diagnostic.TerminalText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One suite of a text report. */
final class SuiteText {

  private static final String INDENT = "  ";

  private final SuiteReport suite;
  private final Report report;
  private final TextReport.Options options;
  private final Ink ink;

  SuiteText(SuiteReport suite, Report report, TextReport.Options options, Ink ink) {
    this.suite = suite;
    this.report = report;
    this.options = options;
    this.ink = ink;
  }

  /** Whether there is anything that the reader asked for. */
  boolean isWorthTelling() {
    return options.detail() != TextReport.Detail.QUIET
        || suite.outcome().exitCode() != 0
        || !told().isEmpty();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(heading());
    List<ExpectationReport> told = told();
    if (!told.isEmpty()) {
      lines.add("");
      lines.addAll(expectations(told));
    }
    List<String> ending = ending();
    if (!ending.isEmpty()) {
      lines.add("");
      ending.forEach(line -> lines.add(INDENT + line));
    }
    if (options.detail() == TextReport.Detail.VERBOSE) {
      lines.addAll(statements());
    }
    return lines;
  }

  private List<String> heading() {
    String file = suite.file().isBlank() ? suite.suite() : suite.file();
    StringBuilder first = new StringBuilder();
    first.append(ink.of(suite.outcome(), OutcomeText.word(suite.outcome())));
    first.append(INDENT).append(ink.bold(shown(file)));
    if (!suite.table().equals(file)) {
      first.append(INDENT).append(shown(suite.table()));
    }
    first.append(" on ").append(shown(suite.connection()));
    suite.rows().ifPresent(rows -> first.append(", ").append(ValueText.count(rows, "row", "rows")));
    List<String> lines = new ArrayList<>();
    lines.add(first.toString());
    suite.gate().ifPresent(gate -> lines.add(GateText.heading(gate)));
    return lines;
  }

  private List<ExpectationReport> told() {
    Set<Verdict> silent = Set.of(Verdict.MET, Verdict.SKIPPED);
    return options.detail() == TextReport.Detail.QUIET
        ? suite.expectations().stream().filter(each -> !silent.contains(each.verdict())).toList()
        : suite.expectations();
  }

  private List<String> expectations(List<ExpectationReport> told) {
    ExpectationText text = ExpectationText.of(suite, told, statementsInOrder(), options, ink);
    List<String> lines = new ArrayList<>();
    boolean ensure = false;
    for (ExpectationReport expectation : told) {
      if (!ensure && ExpectationText.isEnsure(expectation)) {
        ensure = true;
        lines.add(INDENT + ink.dim("ensure, on the target after the write:"));
      }
      lines.addAll(text.lines(expectation));
    }
    return lines;
  }

  private List<String> ending() {
    List<String> lines = new ArrayList<>();
    suite
        .error()
        .map(error -> "error " + error.code() + ": " + error.message())
        .ifPresent(error -> lines.add(ink.bad(shown(error))));
    String repeated = suite.error().map(Failure::message).orElse("");
    String message =
        suite.message().startsWith(repeated)
            ? suite.message().substring(repeated.length()).strip()
            : suite.message();
    if (!message.isBlank()) {
      lines.add(shown(message));
    }
    suite.gate().ifPresent(gate -> lines.addAll(GateText.rows(suite, gate)));
    for (String step : NextStep.of(suite, report.runId())) {
      lines.add(ink.bold("next:") + " " + step);
    }
    return lines;
  }

  private List<String> statementsInOrder() {
    Set<String> distinct =
        suite.expectations().stream()
            .flatMap(each -> each.sql().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return List.copyOf(distinct);
  }

  private List<String> statements() {
    List<String> lines = new ArrayList<>();
    List<String> statements = statementsInOrder();
    for (int index = 0; index < statements.size(); index++) {
      lines.add("");
      lines.add(INDENT + ink.dim("[" + (index + 1) + "]"));
      statements
          .get(index)
          .lines()
          .forEach(line -> lines.add(INDENT + INDENT + TerminalText.visible(line)));
    }
    return lines;
  }

  private static String shown(String text) {
    return TerminalText.visible(Redaction.mask(text));
  }
}
