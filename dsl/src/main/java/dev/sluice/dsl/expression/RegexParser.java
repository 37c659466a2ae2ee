package dev.sluice.dsl.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the portable subset of regular expressions: literals, classes, {@code \d \w \s} and their
 * negations (ASCII), {@code .}, {@code ^ $}, groups, {@code |}, {@code * + ?} and bounds up to 255.
 * What some database understands otherwise, or not at all, is refused with advice.
 */
public final class RegexParser {

  /** What came of reading a pattern. */
  public sealed interface Outcome {

    /** A pattern that means the same everywhere. */
    record Read(Regex regex) implements Outcome {}

    /**
     * A pattern that is refused.
     *
     * @param start where the offending part begins, in code points from 0
     * @param end behind it
     * @param message lower case, user text in backticks
     * @param help what to write instead
     */
    record Refused(int start, int end, String message, String help) implements Outcome {}
  }

  private static final int DEEPEST = 100;

  private final PatternText text;
  private final RegexClassParser classes;
  private int depth;

  private RegexParser(String pattern) {
    this.text = new PatternText(pattern);
    this.classes = new RegexClassParser(text);
  }

  /** Reads a pattern, or says why not. */
  public static Outcome parse(String pattern) {
    try {
      RegexParser parser = new RegexParser(pattern);
      Regex regex = parser.alternation();
      if (parser.text.looksAt(')')) {
        throw parser.text.refuse(
            parser.text.offset(), 1, "`)` closes no group", "write `\\)` for the character itself");
      }
      RegexSize.check(regex, parser.text);
      return new Outcome.Read(regex);
    } catch (RefusedPattern refused) {
      return refused.outcome();
    }
  }

  /**
   * Reads a pattern of our own.
   *
   * @throws IllegalArgumentException when it is outside the subset
   */
  public static Regex read(String pattern) {
    Outcome outcome = parse(pattern);
    if (outcome instanceof Outcome.Read read) {
      return read.regex();
    }
    throw new IllegalArgumentException(((Outcome.Refused) outcome).message());
  }

  private Regex alternation() {
    List<Regex> branches = new ArrayList<>();
    branches.add(sequence());
    while (text.accept('|')) {
      branches.add(sequence());
    }
    return branches.size() == 1 ? branches.get(0) : new Regex.Alternation(List.copyOf(branches));
  }

  private Regex sequence() {
    List<Regex> parts = new ArrayList<>();
    while (!text.atEnd() && !text.looksAt('|') && !text.looksAt(')')) {
      parts.add(repeated());
    }
    return parts.size() == 1 ? parts.get(0) : new Regex.Sequence(List.copyOf(parts));
  }

  private Regex repeated() {
    int start = text.offset();
    Regex part = atom();
    Optional<Regex.Repeat> repeat = repetition(part);
    if (repeat.isEmpty()) {
      return part;
    }
    if (part instanceof Regex.Start || part instanceof Regex.End) {
      throw text.refuse(
          start,
          text.offset() - start,
          "`" + text.slice(start, text.offset()) + "` repeats a place, not a character",
          "leave the repetition out");
    }
    if (text.looksAtAny("*+?") || bounded()) {
      throw doubled(start);
    }
    return repeat.get();
  }

  private RefusedPattern doubled(int start) {
    int at = text.offset();
    if (text.looksAt('?')) {
      return text.refuse(
          at - 1,
          2,
          "lazy repetitions are not supported",
          "leave the `?` out: the whole value must match anyway");
    }
    if (text.looksAt('+')) {
      return text.refuse(
          at - 1,
          2,
          "possessive repetitions are not supported",
          "leave the `+` out, or put brackets around what is repeated twice");
    }
    return text.refuse(
        start,
        at + 1 - start,
        "a repetition directly behind another",
        "put brackets around what is repeated twice");
  }

  private Optional<Regex.Repeat> repetition(Regex part) {
    if (text.accept('*')) {
      return Optional.of(new Regex.Repeat(part, 0, Optional.empty()));
    }
    if (text.accept('+')) {
      return Optional.of(new Regex.Repeat(part, 1, Optional.empty()));
    }
    if (text.accept('?')) {
      return Optional.of(new Regex.Repeat(part, 0, Optional.of(1)));
    }
    return bounded() ? Optional.of(bounds(part)) : Optional.empty();
  }

  private boolean bounded() {
    return text.looksAt('{');
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

  private Regex atom() {
    int start = text.offset();
    if (text.looksAtAny("*+?{")) {
      boolean opening = text.looksAt('{');
      String sign = text.slice(start, start + 1);
      throw text.refuse(
          start,
          1,
          "`" + sign + "` has nothing to repeat",
          opening || start > 0
              ? "write `\\" + sign + "` for the character itself"
              : "write `.*` for any text, `\\" + sign + "` for the character itself");
    }
    if (text.looksAtAny("]}")) {
      String sign = text.slice(start, start + 1);
      throw text.refuse(
          start,
          1,
          "`" + sign + "` closes nothing",
          "write `\\" + sign + "` for the character itself");
    }
    if (text.accept('(')) {
      return group(start);
    }
    if (text.accept('[')) {
      return classes.bracket(start);
    }
    if (text.accept('\\')) {
      return classes.escape(start);
    }
    if (text.accept('.')) {
      return new Regex.Any();
    }
    if (text.accept('^')) {
      return new Regex.Start();
    }
    return text.accept('$') ? new Regex.End() : new Regex.Literal(text.next());
  }

  private Regex group(int start) {
    if (text.looksAt('?') && !text.accept("?:")) {
      throw RegexAdvice.group(text, start);
    }
    if (++depth > DEEPEST) {
      throw text.refuse(
          start, 1, "groups more than " + DEEPEST + " deep", "write a simpler pattern");
    }
    Regex inner = alternation();
    depth--;
    if (!text.accept(')')) {
      throw text.refuse(
          start, 1, "`(` is not closed", "add `)`, or write `\\(` for the character itself");
    }
    return inner;
  }
}
