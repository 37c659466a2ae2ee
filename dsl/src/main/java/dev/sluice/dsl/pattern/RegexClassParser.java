package dev.sluice.dsl.pattern;

import dev.sluice.dsl.pattern.Regex.CharacterClass;
import dev.sluice.dsl.pattern.Regex.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads classes in square brackets, and what stands behind a backslash. */
final class RegexClassParser {

  private static final String CONTROLS = "tnrfv";
  private static final String CONTROL_VALUES = "\t\n\r\f\u000b";

  private final PatternText text;

  RegexClassParser(PatternText text) {
    this.text = text;
  }

  /** What a backslash, already taken, and the next character stand for, outside brackets. */
  Regex escape(int start) {
    Optional<CharacterClass> named = shorthand();
    return named.isPresent() ? named.get() : new Regex.Literal(escaped(start));
  }

  /** A class in brackets whose {@code [} is already taken. */
  Regex bracket(int start) {
    boolean negated = text.accept('^');
    List<Range> ranges = new ArrayList<>();
    if (text.looksAt(']')) {
      throw text.refuse(
          start,
          text.offset() + 1 - start,
          "a class without characters",
          "write `\\]` for the character itself");
    }
    while (!text.accept(']')) {
      if (text.atEnd()) {
        throw text.refuse(
            start, 1, "`[` is not closed", "add `]`, or write `\\[` for the character itself");
      }
      item(ranges);
    }
    return new CharacterClass(RegexRanges.normal(ranges), negated);
  }

  private void item(List<Range> ranges) {
    int start = text.offset();
    Optional<CharacterClass> named = Optional.empty();
    if (text.looksAt('\\')) {
      text.next();
      named = shorthand();
      if (named.isEmpty()) {
        range(ranges, start, escaped(start));
        return;
      }
    }
    if (named.isPresent()) {
      ranges.addAll(
          named.get().negated()
              ? RegexRanges.complement(named.get().ranges())
              : named.get().ranges());
      if (text.looksAt('-') && !text.looksAt("-]")) {
        throw text.refuse(
            start,
            text.offset() + 1 - start,
            "a range from a class",
            "write `\\-` for the character itself");
      }
      return;
    }
    if (text.looksAt("[:") || text.looksAt("[.") || text.looksAt("[=")) {
      throw text.refuse(
          start,
          2,
          "named classes are not supported",
          "spell the characters out, as in `[A-Za-z]`; write `\\[` for the character itself");
    }
    range(ranges, start, text.next());
  }

  private void range(List<Range> ranges, int start, int from) {
    if (!text.looksAt('-') || text.looksAt("-]")) {
      ranges.add(new Range(from, from));
      return;
    }
    text.next();
    if (text.atEnd()) {
      return;
    }
    int to = rangeEnd(start);
    if (to < from) {
      throw text.refuse(
          start,
          text.offset() - start,
          "a range that descends: `" + text.slice(start, text.offset()) + "`",
          "write the smaller character first, or `\\-` for the character itself");
    }
    ranges.add(new Range(from, to));
  }

  private int rangeEnd(int start) {
    if (!text.accept('\\')) {
      return text.next();
    }
    if (text.looksAtAny("dwsDWS")) {
      throw text.refuse(
          start,
          text.offset() + 1 - start,
          "a range to a class",
          "write `\\-` for the character itself");
    }
    return escaped(text.offset() - 1);
  }

  private Optional<CharacterClass> shorthand() {
    Optional<List<Range>> ranges =
        text.looksAtAny("dD")
            ? Optional.of(RegexRanges.DIGIT)
            : text.looksAtAny("wW")
                ? Optional.of(RegexRanges.WORD)
                : text.looksAtAny("sS") ? Optional.of(RegexRanges.SPACE) : Optional.empty();
    return ranges.map(found -> new CharacterClass(found, Character.isUpperCase(text.next())));
  }

  private int escaped(int start) {
    if (text.atEnd()) {
      throw text.refuse(
          start, 1, "`\\` stands at the end", "write `\\\\` for the character itself");
    }
    int character = text.next();
    int control = CONTROLS.indexOf(character);
    if (control >= 0) {
      return CONTROL_VALUES.charAt(control);
    }
    if (Character.isLetterOrDigit(character)) {
      throw RegexAdvice.escape(text, start, character);
    }
    return character;
  }
}
