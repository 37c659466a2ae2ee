package dev.sluice.examples.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown text as the parts that can be tried out: fenced blocks and tables of sentences. */
record Document(List<String> lines, List<Part> parts) {

  private static final String FENCE = "```";
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final String SENTENCE = "sentence";
  private static final String LINE = "line";

  /** Something that can be tried out, in the order of the text. */
  sealed interface Part {}

  /**
   * A fenced block.
   *
   * @param language behind the fence; empty where there is none
   * @param start index of the line behind the opening fence
   */
  record Block(String language, List<String> lines, int start) implements Part {

    String text() {
      return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
  }

  /**
   * A table with a column `sentence`, or `line`.
   *
   * @param bothWays of a column `line`: each is met by one table and not by another
   * @param start index of its first line
   */
  record Sentences(List<String> sentences, boolean bothWays, int start) implements Part {}

  static Document of(List<String> lines) {
    List<Part> parts = new ArrayList<>();
    int index = 0;
    while (index < lines.size()) {
      String line = lines.get(index);
      if (line.startsWith(FENCE)) {
        int end = index + 1;
        while (!lines.get(end).startsWith(FENCE)) {
          end++;
        }
        parts.add(
            new Block(
                line.substring(FENCE.length()).strip(),
                List.copyOf(lines.subList(index + 1, end)),
                index + 1));
        index = end + 1;
      } else if (line.startsWith("|")) {
        int end = index;
        while (end < lines.size() && lines.get(end).startsWith("|")) {
          end++;
        }
        sentences(lines.subList(index, end), index).ifPresent(parts::add);
        index = end;
      } else {
        index++;
      }
    }
    return new Document(List.copyOf(lines), List.copyOf(parts));
  }

  private static Optional<Part> sentences(List<String> table, int start) {
    boolean bothWays = cells(table.get(0)).contains(LINE);
    int column = cells(table.get(0)).indexOf(bothWays ? LINE : SENTENCE);
    if (column < 0) {
      return Optional.empty();
    }
    List<String> found = new ArrayList<>();
    for (String row : table.subList(2, table.size())) {
      Matcher matcher = CODE.matcher(cells(row).get(column));
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return Optional.of(new Sentences(List.copyOf(found), bothWays, start));
  }

  private static List<String> cells(String row) {
    String inner = row.substring(1, row.endsWith("|") ? row.length() - 1 : row.length());
    return List.of(inner.split("\\|", -1)).stream().map(String::strip).toList();
  }
}
