package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression.Like;
import dev.sluice.dsl.expression.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Patterns of LIKE as regular expressions, for databases whose LIKE means something else. */
final class LikePattern {

  private static final Regex ANY =
      new Regex.CharacterClass(List.of(new Regex.Range(0, Character.MAX_CODE_POINT)), false);

  private LikePattern() {}

  /** The same: {@code %} is any text, {@code _} one character, newlines included. */
  static Regex regex(Like like) {
    int escape = like.escape().map(each -> each.codePointAt(0)).orElse(-1);
    List<Regex> parts = new ArrayList<>();
    boolean literal = false;
    for (int codePoint : like.pattern().codePoints().toArray()) {
      if (!literal && codePoint == escape) {
        literal = true;
      } else if (!literal && codePoint == '%') {
        parts.add(new Regex.Repeat(ANY, 0, Optional.empty()));
      } else if (!literal && codePoint == '_') {
        parts.add(ANY);
      } else {
        parts.add(new Regex.Literal(codePoint));
        literal = false;
      }
    }
    return new Regex.Sequence(parts);
  }
}
