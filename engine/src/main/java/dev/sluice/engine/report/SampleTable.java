package dev.sluice.engine.report;

import dev.sluice.dsl.diagnostic.TerminalText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Failing rows as a small aligned table: a heading, then a line a row, numbers to the right.
 * Nothing in a value can steer a terminal; long values are cut with {@code …}, and columns that do
 * not fit into the width are named below.
 */
final class SampleTable {

  private static final int WIDEST_VALUE = 40;
  private static final String GAP = "  ";
  private static final String MISSING = "NULL";

  private record Column(String name, boolean right, int width, List<String> cells) {

    String line(int row) {
      String cell = row < 0 ? name : cells.get(row);
      return right ? TerminalText.right(cell, width) : TerminalText.left(cell, width);
    }
  }

  private SampleTable() {}

  /** The table's lines, heading first; empty without rows. */
  static List<String> lines(List<Map<String, @Nullable Object>> rows, int width) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    List<Column> shown = new ArrayList<>();
    int left = width;
    for (String name : names) {
      Column column = column(name, rows);
      left -= column.width() + (shown.isEmpty() ? 0 : GAP.length());
      if (left < 0 && !shown.isEmpty()) {
        break;
      }
      shown.add(column);
    }
    List<String> lines = new ArrayList<>();
    for (int row = -1; row < rows.size() && !shown.isEmpty(); row++) {
      StringBuilder line = new StringBuilder();
      for (Column column : shown) {
        line.append(line.isEmpty() ? "" : GAP).append(column.line(row));
      }
      lines.add(line.toString().stripTrailing());
    }
    if (shown.size() < names.size()) {
      String others =
          names.stream()
              .skip(shown.size())
              .map(SampleTable::shown)
              .collect(Collectors.joining(", "));
      lines.add(TerminalText.cut("and " + others, width));
    }
    return lines;
  }

  private static Column column(String name, List<Map<String, @Nullable Object>> rows) {
    List<String> cells = new ArrayList<>();
    boolean numbers = true;
    String heading = shown(name);
    int width = TerminalText.width(heading);
    for (Map<String, @Nullable Object> row : rows) {
      Object value = row.get(name);
      numbers &= value == null || value instanceof Number;
      String cell = value == null ? MISSING : cell(value);
      cells.add(cell);
      width = Math.max(width, TerminalText.width(cell));
    }
    return new Column(heading, numbers, width, cells);
  }

  // A text that could be mistaken for NULL or for nothing at all stands in quotes.
  private static String cell(Object value) {
    String text = ValueText.of(value);
    boolean unclear =
        value instanceof String
            && (text.isEmpty() || text.equals(MISSING) || !text.equals(text.strip()));
    return shown(unclear ? "'" + text + "'" : text);
  }

  private static String shown(String text) {
    // cut before escaping too: a value may be a whole document
    String head = text.length() > 4 * WIDEST_VALUE ? text.substring(0, 4 * WIDEST_VALUE) : text;
    String visible = TerminalText.cut(TerminalText.visible(head), WIDEST_VALUE);
    return head.length() < text.length() && !visible.endsWith("…") ? visible + "…" : visible;
  }
}
