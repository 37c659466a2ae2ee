package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.source.Span;
import java.util.Optional;

/** What stands in a file, whatever YAML makes of it. */
final class RawLines {

  private RawLines() {}

  /** Where the line that holds an offset ends. */
  static int lineEnd(int[] raw, int from) {
    int index = from;
    while (index < raw.length && !Signs.isBreak(raw[index])) {
      index++;
    }
    return index;
  }

  static int lineStart(int[] raw, int from) {
    int index = Math.min(from, raw.length);
    while (index > 0 && !Signs.isBreak(raw[index - 1])) {
      index--;
    }
    return index;
  }

  /**
   * The text from an offset on, as one line: to the end of its line, or to {@code end} when that
   * lies further down.
   */
  static String item(int[] raw, int start, int end) {
    int last = Math.max(lineEnd(raw, start), end);
    String text = new String(raw, start, last - start).strip().replaceAll("\\s*\\R\\s*", " ");
    return withoutComment(text);
  }

  /** The text before a comment; a {@code #} within quotes begins none. */
  private static String withoutComment(String text) {
    int hash = text.indexOf(" #");
    while (hash >= 0 && opensQuote(text.substring(0, hash))) {
      hash = text.indexOf(" #", hash + 1);
    }
    return hash < 0 ? text : text.substring(0, hash).stripTrailing();
  }

  /**
   * What a line holds behind its {@code - } and its {@code key: }; empty when it begins with
   * neither, or holds nothing behind.
   */
  static Optional<Span> value(int[] raw, int offset) {
    int start = lineStart(raw, offset);
    int end = lineEnd(raw, start);
    String line = new String(raw, start, end - start);
    int from = 0;
    while (from < line.length() && line.charAt(from) == ' ') {
      from++;
    }
    int indent = from;
    if (line.startsWith("- ", from)) {
      from += 2;
    }
    int key = from;
    while (key < line.length() && Character.isJavaIdentifierPart(line.charAt(key))) {
      key++;
    }
    if (key > from && line.startsWith(": ", key)) {
      from = key + 2;
    }
    while (from < line.length() && line.charAt(from) == ' ') {
      from++;
    }
    String value = withoutComment(line.substring(from).stripTrailing());
    int first = start + line.codePointCount(0, from);
    return from == indent || value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Span(first, first + value.codePointCount(0, value.length())));
  }

  /** Whether a text ends inside single or double quotes. */
  static boolean opensQuote(String text) {
    int open = 0;
    for (int index = 0; index < text.length(); index++) {
      char sign = text.charAt(index);
      if (open == 0 && (sign == '\'' || sign == '"')) {
        open = sign;
      } else if (sign == open) {
        open = 0;
      }
    }
    return open != 0;
  }

  /** Whether a text ends inside round brackets; those within quotes are none. */
  static boolean opensBracket(String text) {
    String bare = text.replaceAll("'[^']*'|\"[^\"]*\"", "");
    long opened = bare.chars().filter(sign -> sign == '(').count();
    return opened > bare.chars().filter(sign -> sign == ')').count();
  }
}
