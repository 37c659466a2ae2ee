package dev.sluice.dsl.diagnostic;

import dev.sluice.dsl.source.Span;
import java.util.List;

/**
 * One line of user text as a terminal shows it: tabs as spaces, control characters escaped,
 * passwords masked, and the display column of each of its code points.
 */
final class Shown {

  private static final String TAB = "    ";

  private final String[] cells;
  private final int[] columns;

  private Shown(String[] cells, int[] columns) {
    this.cells = cells;
    this.columns = columns;
  }

  static Shown of(String line) {
    int[] points = line.codePoints().toArray();
    String[] cells = new String[points.length];
    int[] columns = new int[points.length + 1];
    List<Span> secrets = Redaction.secrets(line);
    for (int index = 0, chars = 0; index < points.length; index++) {
      int place = chars;
      Span secret =
          secrets.stream()
              .filter(each -> each.start() <= place && place < each.end())
              .findFirst()
              .orElse(new Span(0, 0));
      boolean masked = secret.length() > 0;
      cells[index] = masked ? (secret.start() == place ? Redaction.MASK : "") : cell(points[index]);
      int width =
          cells[index].codePointCount(0, cells[index].length()) == 1
              ? TerminalWidth.of(cells[index].codePointAt(0))
              : cells[index].length();
      columns[index + 1] = columns[index] + width;
      chars += Character.charCount(points[index]);
    }
    return new Shown(cells, columns);
  }

  /** A text for the middle of a message: on one line, nothing in it can steer the terminal. */
  static String text(String text) {
    StringBuilder shown = new StringBuilder();
    Redaction.mask(text)
        .codePoints()
        .forEach(point -> shown.append(point == '\n' ? "\\n" : point == '\t' ? " " : cell(point)));
    return shown.toString();
  }

  /** The display column, from 0, of a code point; past the end, the column behind the line. */
  int column(int index) {
    return columns[Math.min(index, columns.length - 1)];
  }

  int length() {
    return cells.length;
  }

  /** The code point that stands at a display column. */
  int indexAt(int column) {
    int index = 0;
    while (index < cells.length && columns[index + 1] <= column) {
      index++;
    }
    return index;
  }

  String text(int from, int to) {
    return String.join("", List.of(cells).subList(from, to));
  }

  private static String cell(int point) {
    if (point == '\t') {
      return TAB;
    }
    return TerminalText.isHidden(point) ? TerminalText.escape(point) : Character.toString(point);
  }
}
