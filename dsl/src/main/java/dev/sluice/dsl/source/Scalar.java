package dev.sluice.dsl.source;

import java.util.Arrays;

/**
 * One text value of a file together with the place of each of its characters in that file, so that
 * a caret is right whatever quoting the file used.
 */
public final class Scalar {

  private final SourceFile file;
  private final String value;
  private final Span span;
  private final int[] offsets;

  /**
   * @param offsets for each code point of {@code value} its offset in the file, and one more for
   *     the end of the value
   */
  public Scalar(SourceFile file, String value, Span span, int[] offsets) {
    if (offsets.length != value.codePointCount(0, value.length()) + 1) {
      throw new IllegalArgumentException("one offset a code point, and one for the end");
    }
    this.file = file;
    this.value = value;
    this.span = span;
    this.offsets = offsets.clone();
  }

  /** A whole text as one scalar, as for a line given on the command line. */
  public static Scalar whole(SourceFile file) {
    int length = file.text().codePointCount(0, file.text().length());
    int[] offsets = new int[length + 1];
    Arrays.setAll(offsets, index -> index);
    return new Scalar(file, file.text(), new Span(0, length), offsets);
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
    int last = offsets.length - 1;
    int start = offsets[Math.min(local.start(), last)];
    int end =
        local.length() == 0
            ? start
            : Math.max(start, offsets[Math.min(local.end(), last + 1) - 1] + 1);
    return new Span(start, end);
  }

  @Override
  public String toString() {
    return value;
  }
}
