package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Node;

/** Places inside a text literal, whose doubled quotes count once in its value. */
final class TextPlaces {

  private TextPlaces() {}

  /**
   * @param start in code points of the literal's value
   * @param end exclusive; a place behind the end lies on the closing quote
   */
  static Span span(Node.TextLiteral literal, Scalar text, int start, int end) {
    int[] points = text.value().codePoints().toArray();
    int[] places = new int[literal.value().codePointCount(0, literal.value().length()) + 1];
    int at = literal.span().start() + 1;
    for (int index = 0; index < places.length; index++) {
      places[index] = at;
      at += at + 1 < points.length && points[at] == '\'' && points[at + 1] == '\'' ? 2 : 1;
    }
    int last = places.length - 1;
    int from = places[Math.min(start, last)];
    return new Span(from, Math.max(from + 1, places[Math.min(Math.max(end, start), last)]));
  }
}
