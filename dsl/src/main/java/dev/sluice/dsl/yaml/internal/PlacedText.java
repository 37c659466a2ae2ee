package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.util.Arrays;

/** A text under construction, each of its code points with its place in the file. */
final class PlacedText {

  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int length;

  void add(int codePoint, int start, int end) {
    int last = text.length() - 1;
    boolean secondHalf =
        codePoint <= 0xFFFF
            && Character.isLowSurrogate((char) codePoint)
            && last >= 0
            && Character.isHighSurrogate(text.charAt(last));
    text.appendCodePoint(codePoint);
    if (secondHalf) {
      // Two escapes such as "\ud83d\ude00" make one code point.
      ends[length - 1] = end;
      return;
    }
    if (length == starts.length) {
      starts = Arrays.copyOf(starts, length * 2);
      ends = Arrays.copyOf(ends, length * 2);
    }
    starts[length] = start;
    ends[length] = end;
    length++;
  }

  boolean reads(String value) {
    return value.contentEquals(text);
  }

  Scalar scalar(SourceFile file, Span span) {
    int[] places = Arrays.copyOf(starts, length + 1);
    places[length] = length > 0 ? ends[length - 1] : span.start();
    return new Scalar(file, text.toString(), span, places, Arrays.copyOf(ends, length));
  }
}
