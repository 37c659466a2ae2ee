package dev.sluice.dsl.diagnostic;

import dev.sluice.dsl.diagnostic.Canvas.Paint;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.SourceFile.Position;
import dev.sluice.dsl.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes diagnostics readable: the message, the place, the line with carets under it, the help.
 * Nothing of the user's text can steer the terminal, and passwords are masked. Of an empty file, as
 * of an argument, only the name is told. Every text ends with a line feed.
 */
public final class DiagnosticRenderer {

  private final boolean coloured;

  private DiagnosticRenderer(boolean coloured) {
    this.coloured = coloured;
  }

  /** Text without colours, for files and tests. */
  public static DiagnosticRenderer plain() {
    return new DiagnosticRenderer(false);
  }

  /** Text with ANSI colours. */
  public static DiagnosticRenderer coloured() {
    return new DiagnosticRenderer(true);
  }

  /** All of them in the given order, an empty line between two. */
  public String render(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream().map(this::render).collect(Collectors.joining("\n"));
  }

  public String render(Diagnostic diagnostic) {
    SourceFile file = diagnostic.file();
    Map<Integer, List<Snippet.Mark>> lines = marksByLine(diagnostic);
    int last = lines.keySet().stream().mapToInt(Integer::intValue).max().orElse(1);
    int digits = Integer.toString(last).length();
    String margin = " ".repeat(digits + 2);
    List<String> rows = new ArrayList<>();

    rows.add(headline(diagnostic));
    String place = Shown.text(file.name());
    if (!file.text().isEmpty()) {
      Position start = file.position(diagnostic.span().start());
      place += ":" + start.line() + ":" + start.column();
    }
    rows.add(" ".repeat(digits + 1) + paint(Paint.NOTE, "-->") + " " + place);
    if (!file.text().isEmpty()) {
      rows.add(margin + paint(Paint.NOTE, "|"));
      lines(file, lines, digits, rows);
    }
    diagnostic
        .help()
        .ifPresent(
            help -> rows.add(margin + paint(Paint.NOTE, "= help:") + " " + Shown.text(help)));
    return rows.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
  }

  private void lines(
      SourceFile file, Map<Integer, List<Snippet.Mark>> lines, int digits, List<String> rows) {
    String margin = " ".repeat(digits + 2) + paint(Paint.NOTE, "|") + " ";
    int previous = 0;
    for (Map.Entry<Integer, List<Snippet.Mark>> entry : lines.entrySet()) {
      int number = entry.getKey();
      if (previous > 0 && number > previous + 1) {
        rows.add(paint(Paint.NOTE, "..."));
      }
      Snippet snippet = Snippet.of(file.line(number), entry.getValue());
      String label = " " + " ".repeat(digits - Integer.toString(number).length()) + number + " |";
      rows.add(paint(Paint.NOTE, label) + " " + snippet.line());
      snippet.rows(coloured).forEach(row -> rows.add(margin + row));
      previous = number;
    }
  }

  private String headline(Diagnostic diagnostic) {
    String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
    return paint(paintOf(diagnostic), severity + "[" + diagnostic.code() + "]")
        + paint(Paint.BOLD, ": " + Shown.text(diagnostic.message()));
  }

  private static Map<Integer, List<Snippet.Mark>> marksByLine(Diagnostic diagnostic) {
    Map<Integer, List<Snippet.Mark>> lines = new TreeMap<>();
    Label primary = new Label(diagnostic.span(), diagnostic.caretText());
    place(lines, diagnostic.file(), primary, true, paintOf(diagnostic));
    for (Label label : diagnostic.labels()) {
      place(lines, diagnostic.file(), label, false, Paint.NOTE);
    }
    return lines;
  }

  /** A place of several lines is underlined on its first. */
  private static void place(
      Map<Integer, List<Snippet.Mark>> lines,
      SourceFile file,
      Label label,
      boolean primary,
      Paint paint) {
    Span span = label.span();
    Position start = file.position(span.start());
    Position end = file.position(span.end());
    String line = file.line(start.line());
    int length = line.codePointCount(0, line.length());
    int from = Math.min(start.column() - 1, length);
    int to = end.line() == start.line() ? Math.min(end.column() - 1, length) : length;
    lines
        .computeIfAbsent(start.line(), number -> new ArrayList<>())
        .add(new Snippet.Mark(from, to, label.text(), primary, paint));
  }

  private static Paint paintOf(Diagnostic diagnostic) {
    return diagnostic.severity() == Severity.ERROR ? Paint.ERROR : Paint.WARNING;
  }

  private String paint(Paint paint, String text) {
    return coloured ? paint.over(text) : text;
  }
}
