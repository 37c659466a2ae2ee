package dev.sluice.dsl.pattern;

/** Keeps patterns within what every engine builds: repetitions that multiply are limited. */
final class RegexSize {

  /** RE2 refuses repetitions within repetitions above this product; it is the strictest. */
  private static final long MOST = 1_000;

  private RegexSize() {}

  static void check(Regex regex, PatternText text) {
    if (copies(regex) > MOST) {
      throw text.refuse(
          0,
          text.length(),
          "bounds within bounds that multiply to more than " + MOST,
          "use smaller bounds, or `*` with a check of `length(x)`");
    }
  }

  /** How often the most repeated part is written out. */
  private static long copies(Regex regex) {
    if (regex instanceof Regex.Repeat repeat) {
      int times = repeat.maximum().orElse(repeat.minimum());
      return Math.max(1, times) * copies(repeat.part());
    }
    if (regex instanceof Regex.Sequence sequence) {
      return sequence.parts().stream().mapToLong(RegexSize::copies).max().orElse(1);
    }
    if (regex instanceof Regex.Alternation alternation) {
      return alternation.branches().stream().mapToLong(RegexSize::copies).max().orElse(1);
    }
    return 1;
  }
}
