package dev.sluice.dsl.diagnostic;

import dev.sluice.dsl.diagnostic.Canvas.Paint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One line of the file with the marks under it, laid out in rows. */
final class Snippet {

  // Longer lines are shown around their marks only.
  private static final int WIDEST = 200;
  private static final int BEFORE = 60;
  private static final int FAR = 4_000;
  private static final String CUT = "...";

  /**
   * A place of the line in code points from 0, {@code end} exclusive, and what is said about it.
   */
  record Mark(int start, int end, String text, boolean primary, Paint paint) {}

  /** A mark in display columns. */
  private record Placed(int from, int to, Mark mark) {}

  private final String line;
  private final List<Placed> marks;

  private Snippet(String line, List<Placed> marks) {
    this.line = line;
    this.marks = marks;
  }

  static Snippet of(String text, List<Mark> marks) {
    int first = marks.stream().mapToInt(Mark::start).min().orElse(0);
    int length = text.codePointCount(0, text.length());
    // What lies far off is not even measured: a line may be as long as a file.
    int near = length > FAR ? Math.max(0, first - FAR / 4) : 0;
    int far = Math.min(length, near + FAR);
    int start = text.offsetByCodePoints(0, near);
    Shown shown = Shown.of(text.substring(start, text.offsetByCodePoints(start, far - near)));
    int from = 0;
    int to = shown.length();
    if (shown.column(to) > WIDEST) {
      from = shown.indexAt(Math.max(0, shown.column(first - near) - BEFORE));
      to = shown.indexAt(shown.column(from) + WIDEST);
    }
    String before = near + from > 0 ? CUT : "";
    String after = near + to < length ? CUT : "";
    int shift = before.length() - shown.column(from);
    int edge = shown.column(to) + shift + after.length();
    List<Placed> placed = new ArrayList<>();
    for (Mark mark : marks) {
      int begin = Math.min(shown.column(Math.max(mark.start() - near, from)) + shift, edge);
      int end = Math.min(shown.column(Math.max(mark.end() - near, from)) + shift, edge);
      placed.add(new Placed(begin, Math.max(end, begin + 1), mark));
    }
    return new Snippet(before + shown.text(from, to) + after, placed);
  }

  String line() {
    return line;
  }

  /** The rows under the line: all marks, then the words that did not fit behind them. */
  List<String> rows(boolean coloured) {
    Canvas underline = new Canvas();
    marks.stream().filter(each -> !each.mark().primary()).forEach(each -> draw(underline, each));
    marks.stream().filter(each -> each.mark().primary()).forEach(each -> draw(underline, each));
    Placed last =
        marks.stream()
            .max(
                Comparator.comparingInt(Placed::to)
                    .thenComparingInt(Placed::from)
                    .thenComparing(each -> each.mark().primary()))
            .orElseThrow();
    if (!last.mark().text().isEmpty()) {
      underline.end(underline.width() + 1, Shown.text(last.mark().text()), last.mark().paint());
    }
    List<Placed> hanging =
        marks.stream()
            .filter(each -> !each.equals(last) && !each.mark().text().isEmpty())
            .sorted(Comparator.comparingInt(Placed::from).reversed())
            .toList();
    List<String> rows = new ArrayList<>();
    rows.add(underline.print(coloured));
    for (int index = 0; index < hanging.size(); index++) {
      Placed told = hanging.get(index);
      Canvas row = new Canvas();
      for (Placed later : hanging.subList(index + 1, hanging.size())) {
        if (later.from() < told.from()) {
          row.fill(later.from(), later.from() + 1, '|', later.mark().paint());
        }
      }
      row.end(told.from(), Shown.text(told.mark().text()), told.mark().paint());
      rows.add(row.print(coloured));
    }
    return rows;
  }

  private static void draw(Canvas canvas, Placed placed) {
    char sign = placed.mark().primary() ? '^' : '-';
    canvas.fill(placed.from(), placed.to(), sign, placed.mark().paint());
  }
}
