package dev.sluice.dsl.source;

import java.util.Arrays;

/**
 * One text value of a file together with the place of each of its characters in that file, so that
 * a caret is right whatever quoting the file used. Immutable.
 */
public final class Scalar {

  private final SourceFile file;
  private final String value;
  private final Span span;
  private final int[] starts;
  private final int[] ends;

  /**
   * @param starts for each code point of {@code value} its offset in the file, and one more for the
   *     end of the value
   */
  public Scalar(SourceFile file, String value, Span span, int[] starts) {
    this(file, value, span, starts, oneWide(starts));
  }

  /**
   * @param starts for each code point of {@code value} its offset in the file, and one more for the
   *     end of the value
   * @param ends for each code point the offset behind it, which is not the next one's start where
   *     the file holds an escape or a folded line
   */
  public Scalar(SourceFile file, String value, Span span, int[] starts, int[] ends) {
    int length = value.codePointCount(0, value.length());
    if (starts.length != length + 1 || ends.length != length) {
      throw new IllegalArgumentException("one place a code point, and one for the end");
    }
    this.file = file;
    this.value = value;
    this.span = span;
    this.starts = starts.clone();
    this.ends = ends.clone();
  }

  private static int[] oneWide(int[] starts) {
    int[] ends = new int[Math.max(0, starts.length - 1)];
    Arrays.setAll(ends, index -> starts[index] + 1);
    return ends;
  }

  /** A whole text as one scalar, as for a line given on the command line. */
  public static Scalar whole(SourceFile file) {
    int[] starts = new int[file.length() + 1];
    Arrays.setAll(starts, index -> index);
    return new Scalar(file, file.text(), new Span(0, file.length()), starts);
  }

  public SourceFile file() {
    return file;
  }

  /** The value as YAML means it: quotes, escapes and folds resolved. */
  public String value() {
    return value;
  }

  /** Where the value stands in the file, its quotes included. */
  public Span span() {
    return span;
  }

  /** Turns a span within {@link #value} into the span of the file that holds it. */
  public Span at(Span local) {
    int last = starts.length - 1;
    int start = starts[Math.min(local.start(), last)];
    if (local.length() == 0 || local.start() >= last) {
      return new Span(start, start);
    }
    return new Span(start, Math.max(start, ends[Math.min(local.end(), last) - 1]));
  }

  /**
   * A stretch of this value as a value of its own, its characters in the same places.
   *
   * @param local counts in {@link #value}; within its bounds
   */
  public Scalar part(Span local) {
    int from = value.offsetByCodePoints(0, local.start());
    int to = value.offsetByCodePoints(from, local.length());
    int[] places = Arrays.copyOfRange(starts, local.start(), local.end() + 1);
    int[] behind = Arrays.copyOfRange(ends, local.start(), local.end());
    Span place = at(local);
    places[places.length - 1] = place.end();
    return new Scalar(file, value.substring(from, to), place, places, behind);
  }

  @Override
  public String toString() {
    return value;
  }
}
