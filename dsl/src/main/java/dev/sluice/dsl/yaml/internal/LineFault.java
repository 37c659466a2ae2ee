package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.internal.YamlFault.Story;
import java.util.Optional;
import java.util.regex.Pattern;

/** Faults that lie within the value of one line, so that the rest of the file can be read. */
final class LineFault {

  private static final Pattern BLOCK_HEADER = Pattern.compile("[|>][+-]?[1-9]?[+-]?\\s*(#.*)?");
  private static final String ONE_A_LINE = "write the entries below one another, each after `- `";

  private LineFault() {}

  /**
   * What is wrong with a value.
   *
   * @param value behind the {@code - } or the {@code key: } of the line
   * @param place where the parser gave up
   */
  static Optional<Story> of(String problem, SourceFile file, int[] raw, Span value, int place) {
    String text = new String(raw, value.start(), value.length());
    int[] points = file.text().codePoints().toArray();
    String shown = new String(points, value.start(), value.length());
    if (place < value.start() && !BLOCK_HEADER.matcher(text).matches() && !startsBadly(text)) {
      return Optional.empty();
    }
    if (!shown.equals(text)) {
      return Optional.of(new Story("this text needs quotes", value, "put it in single quotes"));
    }
    String help = "quote the whole text: " + Alterations.quoted(text);
    if (problem.contains("unknown escape") || problem.contains("escape sequence")) {
      return Optional.of(
          new Story(
              "double quotes in YAML do not know this escape",
              new Span(Math.max(value.start(), place - 1), Math.min(place + 1, raw.length)),
              "use single quotes, in which a backslash is a backslash"));
    }
    return switch (text.charAt(0)) {
      case '\'', '"' -> afterQuotes(text, value, place, help);
      case '>', '|' ->
          BLOCK_HEADER.matcher(text).matches()
              ? Optional.empty()
              : begins(text, value, "begin with the column, or under `columns:` with `value`");
      case '@', '`', '%', '*', '&', '!' -> begins(text, value, help);
      case '[', '{' -> brackets(text, value);
      default -> colon(text, value, place, help);
    };
  }

  private static boolean startsBadly(String text) {
    return "@`%*&!".indexOf(text.charAt(0)) >= 0;
  }

  private static Optional<Story> begins(String text, Span value, String help) {
    return Optional.of(
        new Story(
            "a text cannot begin with `" + text.charAt(0) + "`",
            new Span(value.start(), value.start() + 1),
            help));
  }

  /** {@code 'EUR' = currency}: for YAML the text is over at the second quote. */
  private static Optional<Story> afterQuotes(String text, Span value, int place, String help) {
    int closed = text.indexOf(text.charAt(0), 1);
    int length = text.codePointCount(0, closed + 1);
    boolean goesOn = closed > 0 && place >= value.start() + length && place < value.end();
    return goesOn
        ? Optional.of(
            new Story(
                "YAML takes the quotes at the start for the whole text",
                new Span(value.start(), value.start() + length),
                help))
        : Optional.empty();
  }

  private static Optional<Story> brackets(String text, Span value) {
    for (int index = 0; index < text.length(); index++) {
      boolean starts = index > 0 && "[,".indexOf(text.charAt(index - 1)) >= 0;
      String entry = text.substring(index).stripLeading();
      if (starts && !entry.isEmpty() && ">|@`%*&!".indexOf(entry.charAt(0)) >= 0) {
        int sign = text.codePointCount(0, text.length() - entry.length());
        return begins(
            entry,
            new Span(value.start() + sign, value.end()),
            "begin with the column, or under `columns:` with `value`");
      }
    }
    boolean closed = text.endsWith(text.charAt(0) == '[' ? "]" : "}");
    if (closed && text.contains("(")) {
      return Optional.of(
          new Story("within brackets YAML ends an entry at each comma", value, ONE_A_LINE));
    }
    return closed || text.indexOf(text.charAt(0) == '[' ? ']' : '}') > 0
        ? Optional.of(
            new Story("YAML takes the bracket at the start for a list", value, ONE_A_LINE))
        : Optional.empty();
  }

  /** {@code note != 'a: b'}: a key, unless a name alone stands before the colon. */
  private static Optional<Story> colon(String text, Span value, int place, String help) {
    int colon = text.indexOf(": ");
    int at = value.start() + text.codePointCount(0, Math.max(0, colon));
    boolean altered = colon > 0 && place >= at && !Names.isName(text.substring(0, colon));
    return altered
        ? Optional.of(
            new Story(
                "YAML takes `: ` within a text for the end of a key", new Span(at, at + 1), help))
        : Optional.empty();
  }
}
