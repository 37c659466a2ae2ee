package dev.sluice.dsl.pattern;

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
  private final RegexBounds bounds;
  private final Optional<SearchRules> search;
  private int depth;

  private RegexParser(String pattern, boolean searched) {
    this.text = new PatternText(pattern, searched);
    this.classes = new RegexClassParser(text);
    this.bounds = new RegexBounds(text);
    this.search = searched ? Optional.of(new SearchRules(text)) : Optional.empty();
  }

  /** Reads a pattern that the whole value must match, or says why not. */
  public static Outcome parse(String pattern) {
    return parse(pattern, false);
  }

  /**
   * Reads a pattern that is searched for within a value, or says why not: what every engine finds
   * alike is less than what it matches as a whole.
   */
  public static Outcome parseSearched(String pattern) {
    return parse(pattern, true);
  }

  private static Outcome parse(String pattern, boolean searched) {
    try {
      RegexParser parser = new RegexParser(pattern, searched);
      Regex regex = parser.alternation();
      if (parser.text.looksAt(')')) {
        throw parser.text.refuse(
            parser.text.offset(), 1, "`)` closes no group", "write `\\)` for the character itself");
      }
      RegexSize.check(regex, parser.text);
      parser.search.ifPresent(SearchRules::check);
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
    return regex(parse(pattern));
  }

  /**
   * Reads a pattern that {@link #parseSearched} takes.
   *
   * @throws IllegalArgumentException when it does not
   */
  public static Regex readSearched(String pattern) {
    return regex(parseSearched(pattern));
  }

  private static Regex regex(Outcome outcome) {
    if (outcome instanceof Outcome.Read read) {
      return read.regex();
    }
    throw new IllegalArgumentException(((Outcome.Refused) outcome).message());
  }

  private Regex alternation() {
    List<Regex> branches = new ArrayList<>();
    branches.add(sequence());
    while (text.accept('|')) {
      if (search.isPresent()) {
        throw search.get().branches(text.offset() - 1);
      }
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
    Optional<Regex.Repeat> repeat = bounds.of(part);
    if (repeat.isEmpty()) {
      search.ifPresent(rules -> rules.take(part, start));
      return part;
    }
    if (part instanceof Regex.Start || part instanceof Regex.End) {
      throw text.refuse(
          start,
          text.offset() - start,
          "`" + text.slice(start, text.offset()) + "` repeats a place, not a character",
          "leave the repetition out");
    }
    if (bounds.begin()) {
      throw doubled(start);
    }
    search.ifPresent(rules -> rules.refuseRepeatedGroup(start));
    search.ifPresent(rules -> rules.take(repeat.get(), start));
    return repeat.get();
  }

  private RefusedPattern doubled(int start) {
    int at = text.offset();
    if (text.looksAt('?')) {
      return text.refuse(
          at - 1,
          2,
          "lazy repetitions are not supported",
          text.searched()
              ? "say which characters stand there, as in `[^;]*;` instead of `.*?;`"
              : "leave the `?` out: the whole value must match anyway");
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
              : "write `."
                  + (text.searched() ? "+" : "*")
                  + "` for any text, `\\"
                  + sign
                  + "` for the character itself");
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
    if (text.looksAtAny("^$")) {
      search.ifPresent(rules -> rules.refuseAnchorWithin(start));
      return text.next() == '^' ? new Regex.Start() : new Regex.End();
    }
    return new Regex.Literal(text.next());
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
