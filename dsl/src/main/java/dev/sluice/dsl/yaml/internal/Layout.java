package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.internal.YamlNode.Style;

/**
 * How a sentence is laid out in its file.
 *
 * @param span what would be replaced: the text with its quotes or its {@code |}, without the line
 *     ends behind it
 * @param onOneLine the value with its line breaks, those within quotes apart, made spaces
 * @param comment what stands behind {@code |} or {@code >} as a comment, with a space before it;
 *     else empty
 */
public record Layout(Style style, Span span, String onOneLine, String comment) {

  /**
   * The layout of a text.
   *
   * @param raw the code points of the text's file
   */
  public static Layout of(int[] raw, Scalar text) {
    int start = text.span().start();
    int end = text.span().end();
    while (end > start && raw[end - 1] <= ' ') {
      end--;
    }
    Style style = style(raw, start);
    boolean block = style == Style.LITERAL || style == Style.FOLDED;
    boolean several = block || RawLines.lineEnd(raw, start) < end;
    return new Layout(
        style,
        new Span(start, end),
        several ? joined(text.value()) : text.value(),
        block ? comment(raw, start) : "");
  }

  private static Style style(int[] raw, int start) {
    return switch (raw[start]) {
      case '\'' -> Style.SINGLE_QUOTED;
      case '"' -> Style.DOUBLE_QUOTED;
      case '|' -> Style.LITERAL;
      case '>' -> Style.FOLDED;
      default -> Style.PLAIN;
    };
  }

  private static String joined(String value) {
    StringBuilder line = new StringBuilder();
    for (String part : value.split("\\R", -1)) {
      if (!line.isEmpty() && RawLines.opensQuote(line.toString())) {
        line.append('\n').append(part);
      } else {
        line.append(' ').append(part.strip());
      }
    }
    return line.toString().strip();
  }

  private static String comment(int[] raw, int start) {
    int lineEnd = RawLines.lineEnd(raw, start);
    for (int index = start; index < lineEnd; index++) {
      if (raw[index] == '#') {
        return " " + new String(raw, index, lineEnd - index).stripTrailing();
      }
    }
    return "";
  }
}
