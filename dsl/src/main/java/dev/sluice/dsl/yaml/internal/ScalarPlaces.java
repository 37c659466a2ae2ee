package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.internal.YamlNode.Style;
import java.util.Optional;

/**
 * Reads the raw text of a scalar once more by the rules of YAML 1.1, chapters 5 and 9, noting where
 * each character stands. What it reads must be what the YAML parser read.
 */
final class ScalarPlaces {

  private static final String ESCAPES = "0abt\tnvfre \"/\\N_LP";
  private static final int[] ESCAPED = {
    0, 7, 8, 9, 9, 10, 11, 12, 13, 27, ' ', '"', '/', '\\', 0x85, 0xA0, 0x2028, 0x2029
  };

  private final int[] raw;
  private final int end;
  private final PlacedText text = new PlacedText();

  private ScalarPlaces(int[] raw, int end) {
    this.raw = raw;
    this.end = end;
  }

  /**
   * The scalar with its places.
   *
   * @param raw the file's code points
   * @param span the scalar with its quotes, or from its {@code |} or {@code >} on
   * @return empty when the raw text does not read as {@code value}
   */
  static Optional<Scalar> read(SourceFile file, int[] raw, Span span, Style style, String value) {
    if (style == Style.LITERAL || style == Style.FOLDED) {
      return BlockPlaces.read(file, raw, span, style == Style.FOLDED, value);
    }
    boolean plain = style == Style.PLAIN;
    int inset = plain ? 0 : 1;
    if (span.length() < 2 * inset) {
      return Optional.empty();
    }
    ScalarPlaces places = new ScalarPlaces(raw, span.end() - inset);
    places.flow(span.start() + inset, style);
    return places.text.reads(value)
        ? Optional.of(places.text.scalar(file, span))
        : Optional.empty();
  }

  private void flow(int from, Style style) {
    int index = from;
    while (index < end) {
      int point = raw[index];
      if (style == Style.SINGLE_QUOTED && point == '\'') {
        text.add('\'', index, Math.min(index + 2, end));
        index += 2;
      } else if (style == Style.DOUBLE_QUOTED && point == '\\') {
        index = escape(index);
      } else if (Signs.isBlank(point) || Signs.isBreak(point)) {
        index = gap(index);
      } else {
        text.add(point, index, index + 1);
        index++;
      }
    }
  }

  /** Blanks within a line are kept, a line break with the blanks around it is folded. */
  private int gap(int from) {
    int index = from;
    while (index < end && Signs.isBlank(raw[index])) {
      index++;
    }
    if (index >= end || !Signs.isBreak(raw[index])) {
      for (int blank = from; blank < index; blank++) {
        text.add(raw[blank], blank, blank + 1);
      }
      return index;
    }
    int behind = index + Signs.breakLength(raw, index);
    int last = blanksAndBreaks(behind, false);
    boolean moreBreaks = hasBreak(behind, last);
    if (Signs.isFoldable(raw[index])) {
      if (!moreBreaks) {
        text.add(' ', index, behind);
      }
    } else {
      text.add(raw[index], index, behind);
    }
    blanksAndBreaks(behind, true);
    return last;
  }

  private boolean hasBreak(int from, int to) {
    for (int index = from; index < to; index++) {
      if (Signs.isBreak(raw[index])) {
        return true;
      }
    }
    return false;
  }

  private int blanksAndBreaks(int from, boolean keepBreaks) {
    int index = from;
    while (index < end && (Signs.isBlank(raw[index]) || Signs.isBreak(raw[index]))) {
      if (Signs.isBlank(raw[index])) {
        index++;
        continue;
      }
      int behind = index + Signs.breakLength(raw, index);
      if (keepBreaks) {
        text.add(Signs.isFoldable(raw[index]) ? '\n' : raw[index], index, behind);
      }
      index = behind;
    }
    return index;
  }

  private int escape(int from) {
    int index = from + 1;
    if (index >= end) {
      return end;
    }
    int sign = raw[index];
    if (Signs.isBreak(sign)) {
      return blanksAndBreaks(index + Signs.breakLength(raw, index), true);
    }
    int digits = sign == 'x' ? 2 : sign == 'u' ? 4 : sign == 'U' ? 8 : 0;
    int behind = Math.min(index + 1 + digits, end);
    if (digits > 0) {
      text.add(hexadecimal(index + 1, behind), from, behind);
    } else {
      int known = ESCAPES.indexOf(sign);
      text.add(known < 0 ? sign : ESCAPED[known], from, behind);
    }
    return behind;
  }

  private int hexadecimal(int from, int to) {
    long number = 0;
    for (int index = from; index < to; index++) {
      number = number * 16 + Math.max(0, Character.digit(raw[index], 16));
    }
    return Character.isValidCodePoint((int) number) ? (int) number : 0xFFFD;
  }
}
