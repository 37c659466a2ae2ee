package dev.sluice.dsl.pattern;

import java.util.Optional;

/** Reads what stands behind a part: {@code * + ?} or bounds in braces, up to 255. */
final class RegexBounds {

  private final PatternText text;

  RegexBounds(PatternText text) {
    this.text = text;
  }

  /** Whether another repetition stands here. */
  boolean begin() {
    return text.looksAtAny("*+?{");
  }

  /** The part repeated, if a repetition stands here. */
  Optional<Regex.Repeat> of(Regex part) {
    if (text.accept('*')) {
      return Optional.of(new Regex.Repeat(part, 0, Optional.empty()));
    }
    if (text.accept('+')) {
      return Optional.of(new Regex.Repeat(part, 1, Optional.empty()));
    }
    if (text.accept('?')) {
      return Optional.of(new Regex.Repeat(part, 0, Optional.of(1)));
    }
    return text.looksAt('{') ? Optional.of(bounds(part)) : Optional.empty();
  }

  private Regex.Repeat bounds(Regex part) {
    int start = text.offset();
    text.accept('{');
    Optional<Integer> minimum = bound(start);
    boolean range = text.accept(',');
    Optional<Integer> maximum = range ? bound(start) : minimum;
    if (minimum.isEmpty() || !text.accept('}')) {
      boolean upTo = minimum.isEmpty() && maximum.isPresent() && text.looksAt('}');
      throw text.refuse(
          start,
          Math.max(1, text.offset() + (upTo ? 1 : 0) - start),
          upTo ? "bounds without a lower end" : "`{` begins no bounds",
          upTo
              ? "write `{0," + maximum.get() + "}`"
              : "bounds are `{3}`, `{3,}` or `{3,5}`; write `\\{` for the character itself");
    }
    if (maximum.isPresent() && maximum.get() < minimum.get()) {
      throw text.refuse(
          start,
          text.offset() - start,
          "bounds that descend: `" + text.slice(start, text.offset()) + "`",
          "write the smaller number first");
    }
    return new Regex.Repeat(part, minimum.get(), maximum);
  }

  private Optional<Integer> bound(int start) {
    int number = 0;
    int digits = 0;
    while (text.looksAtAny("0123456789")) {
      number = Math.min(1_000, number * 10 + text.next() - '0');
      digits++;
    }
    if (number > 255) {
      throw text.refuse(
          start,
          text.offset() - start,
          "a bound above 255",
          "databases count to 255 at most; repeat a part of it, as in `(?:x{100}){3}`");
    }
    return digits == 0 ? Optional.empty() : Optional.of(number);
  }
}
