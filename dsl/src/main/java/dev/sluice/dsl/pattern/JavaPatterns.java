package dev.sluice.dsl.pattern;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Patterns of the portable subset as Java's, the last ones kept. */
public final class JavaPatterns {

  private static final int KEPT = 256;

  private static final Map<Object, Pattern> CACHE =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Pattern> eldest) {
          return size() > KEPT;
        }
      };

  private JavaPatterns() {}

  /** For {@code matches()} as well as {@code find()}. */
  public static Pattern of(Regex regex) {
    synchronized (CACHE) {
      return CACHE.computeIfAbsent(
          regex, key -> Pattern.compile(RegexPrinter.print(regex, RegexPrinter.JAVA)));
    }
  }

  /**
   * A pattern that is searched for.
   *
   * @throws IllegalArgumentException when it cannot be
   */
  public static Pattern searched(String pattern) {
    synchronized (CACHE) {
      Pattern known = CACHE.get(pattern);
      if (known == null) {
        Regex regex = RegexParser.readSearched(pattern);
        known = Pattern.compile(RegexPrinter.print(regex, RegexPrinter.JAVA));
        CACHE.put(pattern, known);
      }
      return known;
    }
  }
}
