package dev.sluice.dsl.pattern;

import java.util.List;
import java.util.Optional;

/**
 * A regular expression of the portable subset, as a tree; printed for each database by its
 * connector. It always means the whole value.
 */
public sealed interface Regex {

  /** Branches of {@code |}, at least two. */
  record Alternation(List<Regex> branches) implements Regex {}

  /** Parts one after the other; none means the empty text. */
  record Sequence(List<Regex> parts) implements Regex {}

  /** {@code maximum} absent means unbounded; bounds up to 255. */
  record Repeat(Regex part, int minimum, Optional<Integer> maximum) implements Regex {}

  /** One code point as itself. */
  record Literal(int codePoint) implements Regex {}

  /** {@code .}: any character but a newline. */
  record Any() implements Regex {}

  /** One character of (or, {@code negated}, not of) the ranges. */
  record CharacterClass(List<Range> ranges, boolean negated) implements Regex {}

  /** {@code ^}. */
  record Start() implements Regex {}

  /** {@code $}. */
  record End() implements Regex {}

  /** An inclusive range of code points; classes such as {@code \d} are spelled out as ranges. */
  record Range(int from, int to) {}
}
