package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.Locale;

/** Refuses characters that no sentence may hold, in quotes or out of them. */
final class Characters {

  private Characters() {}

  static void check(String text) {
    int place = 0;
    for (int index = 0; index < text.length(); place++) {
      int codePoint = text.codePointAt(index);
      int type = Character.getType(codePoint);
      boolean space = codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
      if ((type == Character.CONTROL && !space) || type == Character.SURROGATE) {
        throw Refusal.of(
                Code.E0201,
                "a control character, " + name(codePoint) + ", cannot stand in a sentence",
                new Span(place, place + 1))
            .help("remove it");
      }
      index += Character.charCount(codePoint);
    }
  }

  /** Such as {@code U+200B}. */
  static String name(int codePoint) {
    return String.format(Locale.ROOT, "U+%04X", codePoint);
  }
}
