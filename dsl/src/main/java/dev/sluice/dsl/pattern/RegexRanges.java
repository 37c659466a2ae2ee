package dev.sluice.dsl.pattern;

import dev.sluice.dsl.pattern.Regex.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets of characters as ranges: sorted, without overlap, neighbours joined. */
final class RegexRanges {

  static final List<Range> DIGIT = List.of(new Range('0', '9'));
  static final List<Range> WORD =
      List.of(new Range('0', '9'), new Range('A', 'Z'), new Range('_', '_'), new Range('a', 'z'));

  /** Tab, newline, vertical tab, form feed, carriage return; space. */
  static final List<Range> SPACE = List.of(new Range('\t', '\r'), new Range(' ', ' '));

  private RegexRanges() {}

  static List<Range> normal(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(Range::from));
    List<Range> joined = new ArrayList<>();
    for (Range range : sorted) {
      Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && range.from() <= last.to() + 1) {
        joined.set(joined.size() - 1, new Range(last.from(), Math.max(last.to(), range.to())));
      } else {
        joined.add(range);
      }
    }
    return List.copyOf(joined);
  }

  /** All characters that are in none of the ranges, which are sorted. */
  static List<Range> complement(List<Range> ranges) {
    List<Range> rest = new ArrayList<>();
    int next = 0;
    for (Range range : ranges) {
      if (range.from() > next) {
        rest.add(new Range(next, range.from() - 1));
      }
      next = range.to() + 1;
    }
    rest.add(new Range(next, Character.MAX_CODE_POINT));
    return rest;
  }

  /** Whether a character is in both. */
  static boolean meet(List<Range> left, List<Range> right) {
    return left.stream()
        .anyMatch(
            one ->
                right.stream()
                    .anyMatch(other -> one.from() <= other.to() && other.from() <= one.to()));
  }
}
