package dev.sluice.dsl.source;

import java.util.Arrays;

/**
 * A text that diagnostics point into: a suite, or a line of the command line. A byte order mark at
 * its start keeps its offset and takes no column. Immutable.
 */
public final class SourceFile {

  /** The name of a line that stands in no file. */
  public static final String COMMAND_LINE = "-e";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final String text;
  // Where each line starts, counted in code points and in Java's chars.
  private final int[] pointStarts;
  private final int[] charStarts;
  private final int pointCount;

  /**
   * @param name as it is shown to people, such as {@code orders.yml} or {@code -e}
   * @param text the whole text as read, line ends untouched
   */
  public SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
    int[] points = new int[16];
    int[] chars = new int[16];
    int lines = 1;
    int point = 0;
    for (int index = 0; index < text.length(); point++) {
      int codePoint = text.codePointAt(index);
      index += Character.charCount(codePoint);
      boolean carriageReturnAlone =
          codePoint == '\r' && (index >= text.length() || text.charAt(index) != '\n');
      if (codePoint == '\n' || carriageReturnAlone) {
        if (lines == points.length) {
          points = Arrays.copyOf(points, lines * 2);
          chars = Arrays.copyOf(chars, lines * 2);
        }
        points[lines] = point + 1;
        chars[lines] = index;
        lines++;
      }
    }
    this.pointStarts = Arrays.copyOf(points, lines);
    this.charStarts = Arrays.copyOf(chars, lines);
    this.pointCount = point;
  }

  /** Where an offset lies. Line and column are 1-based, the column in code points. */
  public record Position(int line, int column) {}

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The length of the text in code points. */
  public int length() {
    return pointCount;
  }

  /** The position of an offset in code points; offsets past the end lie at the end. */
  public Position position(int offset) {
    int place = Math.min(offset, pointCount);
    int found = Arrays.binarySearch(pointStarts, place);
    int line = found >= 0 ? found : -found - 2;
    int mark = line == 0 && startsWithMark() && place > 0 ? 1 : 0;
    return new Position(line + 1, place - pointStarts[line] - mark + 1);
  }

  /** The text of a 1-based line without its line end; empty when there is no such line. */
  public String line(int number) {
    if (number < 1 || number > charStarts.length) {
      return "";
    }
    int start = charStarts[number - 1] + (number == 1 && startsWithMark() ? 1 : 0);
    int end = number < charStarts.length ? charStarts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  private boolean startsWithMark() {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFile file && name.equals(file.name) && text.equals(file.text);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + text.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
