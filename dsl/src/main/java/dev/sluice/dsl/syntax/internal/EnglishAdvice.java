package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words that English needs and a check does not: {@code every}, {@code never}, {@code after}. */
final class EnglishAdvice {

  private static final Set<String> QUANTIFIERS = Set.of("every", "all", "each", "any", "the");

  private static final Map<String, String> ABSENT =
      Map.ofEntries(
          Map.entry("null", "is not null"),
          Map.entry("nulls", "is not null"),
          Map.entry("missing", "is not null"),
          Map.entry("blanks", "is not blank"),
          Map.entry("blank", "is not blank"),
          Map.entry("empty", "is not empty"),
          Map.entry("duplicate", "is unique"),
          Map.entry("duplicates", "is unique"));

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("after", ">"),
          Map.entry("before", "<"),
          Map.entry("above", ">"),
          Map.entry("below", "<"),
          Map.entry("over", ">"),
          Map.entry("under", "<"),
          Map.entry("exceeds", ">"));

  private final Spot spot;
  private final Tokens tokens;

  EnglishAdvice(Spot spot) {
    this.spot = spot;
    this.tokens = spot.tokens();
  }

  Optional<Refusal> given() {
    return spot.isEnd()
        ? Optional.empty()
        : quantifier()
            .or(this::absent)
            .or(this::hasNone)
            .or(this::hasLength)
            .or(this::never)
            .or(this::oneOf)
            .or(this::sign)
            .or(this::future);
  }

  /** {@code every amount > 0}. */
  private Optional<Refusal> quantifier() {
    if (spot.place() != 1 || !QUANTIFIERS.contains(spot.word(-1))) {
      return Optional.empty();
    }
    Span dropped = new Span(spot.span(-1).start(), spot.span(0).start());
    String right = tokens.with(dropped, "");
    return spot.reading().accepts(right)
        ? spot.refusal(
            Code.E0202,
            "a check speaks of each row: `" + spot.word(-1) + "` is left out",
            spot.span(-1),
            "write `" + right + "`")
        : Optional.empty();
  }

  /** {@code no nulls in amount}. */
  private Optional<Refusal> absent() {
    String test = ABSENT.get(spot.word(0));
    if (spot.place() != 1 || !spot.word(-1).equals("no") || test == null) {
      return Optional.empty();
    }
    int from = 1;
    while (List.of("values", "in", "rows", "of").contains(spot.word(from))) {
      from++;
    }
    String right = tokens.with(new Span(spot.span(-1).start(), spot.span(from).start()), "");
    return told(
        "`no " + spot.word(0) + "` is written `" + test + "`", span(-1, 0), right + " " + test);
  }

  /** {@code order_id has no duplicates}. */
  private Optional<Refusal> hasNone() {
    boolean has = Set.of("has", "have", "contains").contains(spot.word(0));
    String test = ABSENT.get(spot.word(2));
    if (!has || !spot.word(1).equals("no") || test == null) {
      return Optional.empty();
    }
    int last = spot.word(3).equals("values") ? 3 : 2;
    return spot.instead(
        Code.E0202,
        "`" + tokens.slice(span(0, last)) + "` is written `" + test + "`",
        span(0, last),
        test);
  }

  /** {@code currency has length 3}. */
  private Optional<Refusal> hasLength() {
    boolean length = spot.word(0).equals("has") && spot.word(1).equals("length");
    if (!length || spot.place() != 1 || !spot.is(2, SentenceLexer.NUMBER)) {
      return Optional.empty();
    }
    String right = "length(" + spot.written(-1) + ") = " + spot.written(2);
    return told("a length is written `length(x)`", span(0, 1), tokens.with(span(-1, 2), right));
  }

  /** {@code status is never null}, {@code status never in ('x')}. */
  private Optional<Refusal> never() {
    int at = spot.word(0).equals("never") ? 0 : -1;
    if (!spot.word(at).equals("never") || spot.place() + at < 1) {
      return Optional.empty();
    }
    boolean is = spot.is(at - 1, SentenceLexer.IS);
    Span span = is ? span(at - 1, at) : span(at, at);
    String tested = tokens.with(span, "is not");
    boolean right = spot.reading().accepts(tested);
    return told("`never` is written `not`", span, right ? tested : tokens.with(span, "not"));
  }

  /** {@code status one of ('a', 'b')}; with {@code is} it is known elsewhere. */
  private Optional<Refusal> oneOf() {
    boolean one = spot.word(0).equals("one") && spot.word(1).equals("of");
    return one && !spot.is(-1, SentenceLexer.IS)
        ? spot.instead(Code.E0202, "`one of` is written `in`", span(0, 1), "in")
        : Optional.empty();
  }

  /** {@code shipped_on after placed_at}, {@code shipped_on is after placed_at}. */
  private Optional<Refusal> sign() {
    boolean is = spot.is(-2, SentenceLexer.IS) && SIGNS.containsKey(spot.word(-1));
    boolean alone = SIGNS.containsKey(spot.word(0)) && spot.fits(SentenceLexer.LESS);
    if (!is && !alone) {
      return Optional.empty();
    }
    Span span = is ? span(-2, -1) : span(0, 0);
    String sign = SIGNS.getOrDefault(spot.word(is ? -1 : 0), "");
    String message = "`" + tokens.slice(span) + "` is written `" + sign + "`";
    return spot.instead(Code.E0202, message, span, sign);
  }

  /** {@code placed_at not in the future}. */
  private Optional<Refusal> future() {
    int at = spot.is(0, SentenceLexer.IN) ? 2 : 0;
    boolean future = spot.word(at).equals("future");
    boolean moment = future || spot.word(at).equals("past");
    if (!moment || !spot.word(at - 1).equals("the") || !spot.is(at - 2, SentenceLexer.IN)) {
      return Optional.empty();
    }
    boolean not = spot.is(at - 3, SentenceLexer.NOT);
    int first = not ? at - 3 : at - 2;
    first = spot.is(first - 1, SentenceLexer.IS) ? first - 1 : first;
    String right = (future == not ? "<=" : ">") + " now()";
    return spot.instead(
        Code.E0202, "the future is what comes after `now()`", span(first, at), right);
  }

  private Optional<Refusal> told(String message, Span span, String right) {
    return Optional.of(Refusal.of(Code.E0202, message, span).help(spot.reading().write(right, "")));
  }

  private Span span(int from, int to) {
    return spot.span(from, to);
  }
}
