package dev.sluice.dsl.source;

/**
 * A stretch of text, counted in Unicode code points from 0; {@code end} is exclusive.
 *
 * <p>Whether the offsets count in a file or in one line of a suite is said by whoever hands the
 * span out; {@link Scalar#at} turns the second into the first.
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** The smallest span that covers both. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  public int length() {
    return end - start;
  }
}
