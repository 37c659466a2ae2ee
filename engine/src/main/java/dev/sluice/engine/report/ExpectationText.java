package dev.sluice.engine.report;

import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.diagnostic.TerminalText;
import java.util.ArrayList;
import java.util.List;

/**
 * Expectations of a text report: one line each, with mark, verdict and sentence; what was found
 * stands behind it when the line is met, else below it with everything that explains it.
 */
final class ExpectationText {

  private static final String ENSURE = "ensure: ";
  private static final String INDENT = "  ";
  // a sentence longer than this does not push the findings of all others to the right
  private static final int WIDEST_SENTENCE = 64;

  private final SuiteReport suite;
  private final List<String> statements;
  private final TextReport.Options options;
  private final Ink ink;
  private final int verdictWidth;
  private final int sentenceWidth;

  private ExpectationText(
      SuiteReport suite,
      List<String> statements,
      TextReport.Options options,
      Ink ink,
      int verdictWidth,
      int sentenceWidth) {
    this.suite = suite;
    this.statements = statements;
    this.options = options;
    this.ink = ink;
    this.verdictWidth = verdictWidth;
    this.sentenceWidth = sentenceWidth;
  }

  /**
   * Lays out the lines that are told.
   *
   * @param statements all statements of the suite, in the order in which they are numbered
   */
  static ExpectationText of(
      SuiteReport suite,
      List<ExpectationReport> told,
      List<String> statements,
      TextReport.Options options,
      Ink ink) {
    int verdicts =
        told.stream().mapToInt(each -> OutcomeText.word(each.verdict()).length()).max().orElse(0);
    int sentences =
        told.stream()
            .filter(ExpectationText::isBrief)
            .mapToInt(each -> TerminalText.width(sentence(each)))
            .filter(each -> each <= WIDEST_SENTENCE)
            .max()
            .orElse(0);
    return new ExpectationText(suite, statements, options, ink, verdicts, sentences);
  }

  /** Whether it is judged on the target after the write. */
  static boolean isEnsure(ExpectationReport expectation) {
    return expectation.id().startsWith(ENSURE);
  }

  List<String> lines(ExpectationReport expectation) {
    Verdict verdict = expectation.verdict();
    String word = TerminalText.left(OutcomeText.word(verdict), verdictWidth);
    String head = INDENT + ink.of(verdict, OutcomeText.mark(verdict) + " " + word) + INDENT;
    String sentence = sentence(expectation);
    List<String> lines = new ArrayList<>();
    int indent = 2 * INDENT.length() + verdictWidth + 2;
    String margin = " ".repeat(indent);
    if (!isBrief(expectation)) {
      lines.add(head + sentence);
      details(expectation, options.width() - indent).forEach(line -> lines.add(margin + line));
      return lines;
    }
    // what holds for the whole suite is told once, below its lines
    boolean repeated =
        expectation.verdict() == Verdict.SKIPPED
            && suite.message().startsWith(expectation.message());
    String found = repeated ? "" : shown(expectation.message());
    String padded = TerminalText.left(sentence, sentenceWidth) + INDENT;
    boolean fits =
        found.isEmpty()
            || indent + TerminalText.width(padded) + TerminalText.width(found) <= options.width();
    if (fits) {
      lines.add((head + padded + found + statements(expectation)).stripTrailing());
    } else {
      lines.add(head + sentence);
      lines.add(margin + found + statements(expectation));
    }
    return lines;
  }

  private List<String> details(ExpectationReport expectation, int width) {
    List<String> lines = new ArrayList<>();
    String message = shown(expectation.message());
    // an error of the whole suite is told once, below its lines
    if (suite.error().isPresent() && suite.error().equals(expectation.error())) {
      return lines;
    }
    lines.add((message + place(expectation) + statements(expectation)).stripLeading());
    expectation
        .error()
        .filter(error -> !message.contains(shown(error.message())))
        .ifPresent(error -> lines.add(shown(error.code() + ": " + error.message())));
    expectation.because().ifPresent(because -> lines.add("because " + shown(because)));
    List<String> table = SampleTable.lines(expectation.samples(), width);
    for (int index = 0; index < table.size(); index++) {
      lines.add(index == 0 ? ink.dim(table.get(index)) : table.get(index));
    }
    if (expectation.samplesTruncated()) {
      long more = expectation.violations() - expectation.samples().size();
      lines.add(ink.dim(more > 0 ? "… and " + ValueText.count(more) + " more" : "… and more"));
    }
    return lines;
  }

  private String place(ExpectationReport expectation) {
    String place = expectation.fileLine() == 0 ? "-e" : suite.file() + ":" + expectation.fileLine();
    // lines given for a bare file or table have no place in a suite
    boolean given = suite.file().isBlank() || suite.file().equals(suite.table());
    return given ? "" : INDENT + ink.dim("(" + shown(place) + ")");
  }

  private String statements(ExpectationReport expectation) {
    if (options.detail() != TextReport.Detail.VERBOSE || expectation.sql().isEmpty()) {
      return "";
    }
    List<String> numbers =
        expectation.sql().stream()
            .map(each -> Integer.toString(statements.indexOf(each) + 1))
            .toList();
    return INDENT + ink.dim("[" + String.join(", ", numbers) + "]");
  }

  private static boolean isBrief(ExpectationReport expectation) {
    return expectation.verdict() == Verdict.MET || expectation.verdict() == Verdict.SKIPPED;
  }

  private static String sentence(ExpectationReport expectation) {
    String line = expectation.line();
    String plain = line.startsWith(ENSURE) ? line.substring(ENSURE.length()) : line;
    return shown(expectation.name().map(name -> name + ": " + plain).orElse(plain));
  }

  private static String shown(String text) {
    return TerminalText.visible(Redaction.mask(text));
  }
}
