package dev.sluice.dsl.pattern;

import dev.sluice.dsl.pattern.Regex.CharacterClass;
import dev.sluice.dsl.pattern.Regex.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps patterns that are searched for within what every engine finds alike. Backtracking engines
 * and RE2 take the first way to match that there is, POSIX engines the longest text; both begin at
 * the first place where there is any. So nothing is allowed but single characters and classes one
 * after the other, each perhaps repeated, such that a text matches from a place in one way only:
 * what is repeated has no character in common with what may follow it. Where a single part's
 * repetition is open that is not needed: the first way, which repeats it most, is the longest.
 */
final class SearchRules {

  /** A single character or class. */
  private record Part(List<Range> ranges, int minimum, boolean open, int start, int end) {}

  private static final String FUNCTION = "`regex_replace`";

  private final PatternText text;
  private final List<Part> parts = new ArrayList<>();

  SearchRules(PatternText text) {
    this.text = text;
  }

  /** Takes a part that stands between {@code start} and here. */
  void take(Regex part, int start) {
    if (part instanceof Regex.Start || part instanceof Regex.End || grouped(start)) {
      return;
    }
    if (part instanceof Regex.Repeat repeat) {
      boolean open = repeat.maximum().isEmpty() || repeat.maximum().get() > repeat.minimum();
      if (open || repeat.minimum() > 0) {
        parts.add(new Part(ranges(repeat.part()), repeat.minimum(), open, start, text.offset()));
      }
    } else {
      parts.add(new Part(ranges(part), 1, false, start, text.offset()));
    }
  }

  RefusedPattern branches(int bar) {
    return text.refuse(
        bar,
        1,
        "`|` cannot stand in the pattern of " + FUNCTION,
        "databases choose differently between branches; write `[ab]` for one of several"
            + " characters, or put one "
            + FUNCTION
            + " inside another");
  }

  void refuseRepeatedGroup(int start) {
    if (grouped(start)) {
      throw text.refuse(
          start,
          text.offset() - start,
          "a repeated group cannot stand in the pattern of " + FUNCTION,
          "databases choose differently how often it stands there; repeat single characters or"
              + " classes, as in `[a-z]+`");
    }
  }

  /** {@code ^} stands at the start, {@code $} at the end. */
  void refuseAnchorWithin(int at) {
    boolean start = text.slice(at, at + 1).equals("^");
    if (start ? at > 0 : at < text.length() - 1) {
      throw text.refuse(
          at,
          1,
          start
              ? "`^` stands at the start of a pattern of " + FUNCTION + " alone"
              : "`$` stands at the end of a pattern of " + FUNCTION + " alone",
          "write `\\" + (start ? '^' : '$') + "` for the character itself");
    }
  }

  /** Refuses what can match nothing at all, or one text in two ways. */
  void check() {
    if (parts.stream().allMatch(part -> part.minimum() == 0)) {
      throw text.refuse(
          0,
          text.length(),
          "the pattern of " + FUNCTION + " matches the empty text",
          "ask for one character at least, such as `x+` instead of `x*`");
    }
    if (parts.stream().filter(Part::open).count() < 2) {
      return;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).open()) {
        checkFollowers(i);
      }
    }
  }

  private void checkFollowers(int index) {
    Part repeated = parts.get(index);
    boolean reachable = true;
    for (int next = index + 1; next < parts.size() && reachable; next++) {
      Part follower = parts.get(next);
      if (RegexRanges.meet(repeated.ranges(), follower.ranges())) {
        String first = "`" + text.slice(repeated.start(), repeated.end()) + "`";
        String second = "`" + text.slice(follower.start(), follower.end()) + "`";
        throw text.refuse(
            repeated.start(),
            follower.end() - repeated.start(),
            first + " and " + second + " behind it can take the same character",
            "databases share such characters out differently in "
                + FUNCTION
                + "; leave what "
                + second
                + " takes out of "
                + first
                + ", as in `[^;]*;` instead of `.*;`");
      }
      reachable = follower.minimum() == 0;
    }
  }

  private boolean grouped(int start) {
    return text.slice(start, start + 1).equals("(");
  }

  private static List<Range> ranges(Regex single) {
    if (single instanceof Regex.Literal literal) {
      return List.of(new Range(literal.codePoint(), literal.codePoint()));
    }
    if (single instanceof CharacterClass characters) {
      return characters.negated()
          ? RegexRanges.complement(characters.ranges())
          : characters.ranges();
    }
    return RegexRanges.complement(List.of(new Range('\n', '\n')));
  }
}
