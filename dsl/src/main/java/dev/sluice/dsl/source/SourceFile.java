package dev.sluice.dsl.source;

import java.util.List;

/**
 * A text that diagnostics point into: a suite, or a line of the command line.
 *
 * @param name as it is shown to people, such as {@code orders.yml} or {@code -e}
 * @param text the whole text as read, line ends untouched
 */
public record SourceFile(String name, String text) {

  /** Where an offset lies. Line and column are 1-based, the column in code points. */
  public record Position(int line, int column) {}

  /** The position of an offset in code points; offsets past the end lie at the end. */
  public Position position(int offset) {
    int line = 1;
    int column = 1;
    int index = 0;
    for (int seen = 0; seen < offset && index < text.length(); seen++) {
      int codePoint = text.codePointAt(index);
      index += Character.charCount(codePoint);
      boolean carriageReturnAlone =
          codePoint == '\r' && (index >= text.length() || text.charAt(index) != '\n');
      if (codePoint == '\n' || carriageReturnAlone) {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Position(line, column);
  }

  /** The text of a 1-based line without its line end; empty when there is no such line. */
  public String line(int number) {
    List<String> lines = text.lines().toList();
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }
}
