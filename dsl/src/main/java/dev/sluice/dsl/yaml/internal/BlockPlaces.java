package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.util.Optional;

/** The places of the characters of a block scalar, {@code |} or {@code >}. */
final class BlockPlaces {

  private final int[] raw;
  private final int end;
  private final boolean folded;
  private final int indent;
  private final PlacedText text = new PlacedText();

  private BlockPlaces(int[] raw, int end, boolean folded, int indent) {
    this.raw = raw;
    this.end = end;
    this.folded = folded;
    this.indent = indent;
  }

  static Optional<Scalar> read(
      SourceFile file, int[] raw, Span span, boolean folded, String value) {
    int body = span.start();
    String chomping = "";
    while (body < span.end() && !Signs.isBreak(raw[body])) {
      if (chomping.isEmpty() && (raw[body] == '+' || raw[body] == '-')) {
        chomping = Character.toString(raw[body]);
      } else if (raw[body] == '#') {
        // A comment behind the header holds no indicator.
        chomping = chomping.isEmpty() ? " " : chomping;
      }
      body++;
    }
    body += body < span.end() ? Signs.breakLength(raw, body) : 0;
    // The indentation is that of the first line unless the header gives it: the value decides.
    for (int indent = deepest(raw, body, span.end()); indent >= 0; indent--) {
      BlockPlaces places = new BlockPlaces(raw, span.end(), folded, indent);
      places.lines(body, chomping.strip());
      if (places.text.reads(value)) {
        return Optional.of(places.text.scalar(file, span));
      }
    }
    return Optional.empty();
  }

  /** The indentation of the first line that is not blank, or of the deepest blank one. */
  private static int deepest(int[] raw, int from, int end) {
    int deepest = 0;
    int index = from;
    while (index < end) {
      int start = index;
      while (index < end && raw[index] == ' ') {
        index++;
      }
      deepest = Math.max(deepest, index - start);
      if (index >= end || !Signs.isBreak(raw[index])) {
        return index >= end ? deepest : index - start;
      }
      index += Signs.breakLength(raw, index);
    }
    return deepest;
  }

  private void lines(int from, String chomping) {
    int index = breaks(from, false);
    if (index < end || chomping.equals("+")) {
      breaks(from, true);
    }
    while (index < end) {
      boolean starts = !Signs.isBlank(raw[index]);
      while (index < end && !Signs.isBreak(raw[index])) {
        text.add(raw[index], index, index + 1);
        index++;
      }
      int lineEnd = index;
      int behind = index < end ? index + Signs.breakLength(raw, index) : index;
      int next = breaks(behind, false);
      if (next >= end) {
        if (!chomping.equals("-") && behind > lineEnd) {
          add(lineEnd, behind);
        }
        if (chomping.equals("+")) {
          breaks(behind, true);
        }
        return;
      }
      boolean joins =
          folded && Signs.isFoldable(raw[lineEnd]) && starts && !Signs.isBlank(raw[next]);
      if (!joins) {
        add(lineEnd, behind);
      } else if (!holdsBreak(behind, next)) {
        text.add(' ', lineEnd, behind);
      }
      breaks(behind, true);
      index = next;
    }
  }

  private void add(int start, int behind) {
    text.add(Signs.isFoldable(raw[start]) ? '\n' : raw[start], start, behind);
  }

  private boolean holdsBreak(int from, int to) {
    for (int index = from; index < to; index++) {
      if (Signs.isBreak(raw[index])) {
        return true;
      }
    }
    return false;
  }

  /** Passes indentation and empty lines; the place of the next character of a line. */
  private int breaks(int from, boolean keep) {
    int index = from;
    while (true) {
      int column = 0;
      while (index < end && column < indent && raw[index] == ' ') {
        index++;
        column++;
      }
      if (index >= end || !Signs.isBreak(raw[index])) {
        return index;
      }
      int behind = index + Signs.breakLength(raw, index);
      if (keep) {
        add(index, behind);
      }
      index = behind;
    }
  }
}
