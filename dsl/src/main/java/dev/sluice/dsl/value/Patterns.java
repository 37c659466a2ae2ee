package dev.sluice.dsl.value;

import dev.sluice.dsl.expression.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Patterns of {@code like} as Java's, the last ones kept. */
final class Patterns {

  private static final int KEPT = 256;

  private static final Map<LikeKey, Pattern> CACHE =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LikeKey, Pattern> eldest) {
          return size() > KEPT;
        }
      };

  private record LikeKey(String pattern, String escape) {}

  private Patterns() {}

  /** SQL's LIKE: {@code %} any text, {@code _} one character, newlines included. */
  static Pattern like(Expression.Like like) {
    LikeKey key = new LikeKey(like.pattern(), like.escape().orElse(""));
    synchronized (CACHE) {
      return CACHE.computeIfAbsent(key, unused -> compile(key));
    }
  }

  private static Pattern compile(LikeKey key) {
    int escape = key.escape().isEmpty() ? -1 : key.escape().codePointAt(0);
    StringBuilder regex = new StringBuilder();
    boolean literal = false;
    for (int codePoint : key.pattern().codePoints().toArray()) {
      if (!literal && codePoint == escape) {
        literal = true;
      } else if (!literal && codePoint == '%') {
        regex.append(".*");
      } else if (!literal && codePoint == '_') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(Character.toString(codePoint)));
        literal = false;
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
