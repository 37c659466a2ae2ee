package dev.sluice.cli;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.dsl.diagnostic.Severity;
import dev.sluice.dsl.diagnostic.TerminalText;
import dev.sluice.engine.report.JUnitReport;
import dev.sluice.engine.report.JsonReport;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.TextReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where a report goes: standard output in one form, files in others, diagnostics to the side. */
final class ReportOutput {

  private static final List<String> FORMATS = List.of("text", "json", "junit");
  // whoever mends so many runs it again; JSON has them all
  private static final int MOST_SHOWN = 500;

  private final Surroundings surroundings;
  private final String format;
  private final TextReport.Detail detail;
  private final boolean colour;
  private final List<SavedReport> saves;

  private ReportOutput(
      Surroundings surroundings,
      String format,
      TextReport.Detail detail,
      boolean colour,
      List<SavedReport> saves) {
    this.surroundings = surroundings;
    this.format = format;
    this.detail = detail;
    this.colour = colour;
    this.saves = List.copyOf(saves);
  }

  /** What the options ask for; wrong ones are collected. */
  static ReportOutput of(
      ReportOptions report,
      ScreenOptions screen,
      Invocation invocation,
      Surroundings surroundings,
      Mistakes mistakes) {
    String format = Invocation.word(mistakes, "--format", report.format(), FORMATS).orElse("text");
    if (report.quiet() && screen.verbose()) {
      mistakes.argument("--quiet", "`--quiet` and `--verbose` do not go together", "drop one");
    }
    List<String> inputs = new ArrayList<>(invocation.targets());
    inputs.addAll(invocation.tables().values());
    List<SavedReport> saves = new ArrayList<>();
    for (String file : report.saves()) {
      SavedReport.at(file, inputs, surroundings, mistakes).ifPresent(saves::add);
    }
    TextReport.Detail detail =
        report.quiet()
            ? TextReport.Detail.QUIET
            : screen.verbose() ? TextReport.Detail.VERBOSE : TextReport.Detail.NORMAL;
    boolean colour = screen.colour() && surroundings.likesColour();
    return new ReportOutput(surroundings, format, detail, colour, saves);
  }

  /** For arguments that do not parse: no colours, no files. */
  static ReportOutput in(String format, Surroundings surroundings) {
    return new ReportOutput(surroundings, format, TextReport.Detail.NORMAL, false, List.of());
  }

  /** The form that arguments ask for, even where others of them are wrong. */
  static String formatOf(List<String> arguments) {
    for (String format : FORMATS) {
      int option = Collections.indexOfSubList(arguments, List.of("--format", format));
      if (option >= 0 || arguments.contains("--format=" + format)) {
        return format;
      }
    }
    return "text";
  }

  /** Prints and saves; a report that cannot be written is told, and changes no exit code. */
  void give(Report report) {
    List<Diagnostic> told =
        report.diagnostics().stream()
            .filter(each -> detail != TextReport.Detail.QUIET || each.severity() == Severity.ERROR)
            .toList();
    print(told, surroundings, colour);
    surroundings.out().print(rendered(report));
    surroundings.out().flush();
    if (surroundings.out().checkError()) {
      surroundings.err().println("warning: the report could not be written to standard output");
    }
    for (SavedReport save : saves) {
      save.save(report)
          .ifPresent(
              failure -> surroundings.err().println("warning: " + TerminalText.visible(failure)));
    }
    surroundings.err().flush();
  }

  /** Prints diagnostics to standard error. */
  static void print(List<Diagnostic> diagnostics, Surroundings surroundings, boolean colour) {
    if (diagnostics.isEmpty()) {
      return;
    }
    boolean coloured = colour && surroundings.likesColour() && surroundings.errIsTerminal();
    DiagnosticRenderer renderer =
        coloured ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain();
    int shown = Math.min(diagnostics.size(), MOST_SHOWN);
    surroundings.err().println(renderer.render(diagnostics.subList(0, shown)));
    if (shown < diagnostics.size()) {
      surroundings.err().printf("... and %,d more%n", diagnostics.size() - shown);
    }
    surroundings.err().flush();
  }

  private String rendered(Report report) {
    return switch (format) {
      case "json" -> JsonReport.write(report);
      case "junit" -> JUnitReport.write(report);
      default ->
          TextReport.render(
              report,
              new TextReport.Options(
                  colour && surroundings.outIsTerminal(), detail, surroundings.columns()));
    };
  }

  boolean isQuiet() {
    return detail == TextReport.Detail.QUIET;
  }
}
