package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tests in words of English: {@code should be}, {@code greater than}, {@code one of}. */
final class TestPhrases {

  private static final Set<String> WISHES = Set.of("should", "must", "shall", "has", "needs");
  private static final Set<String> FILLING = Set.of("a", "an", "the", "valid");

  private static final Map<String, String> COMPARED =
      Map.ofEntries(
          Map.entry("greater", ">"),
          Map.entry("more", ">"),
          Map.entry("larger", ">"),
          Map.entry("bigger", ">"),
          Map.entry("higher", ">"),
          Map.entry("later", ">"),
          Map.entry("less", "<"),
          Map.entry("fewer", "<"),
          Map.entry("smaller", "<"),
          Map.entry("lower", "<"),
          Map.entry("earlier", "<"));

  private static final List<Integer> LITERALS =
      List.of(
          SentenceLexer.TEXT,
          SentenceLexer.NUMBER,
          SentenceLexer.PERCENT,
          SentenceLexer.DATE,
          SentenceLexer.TIMESTAMP,
          SentenceLexer.PARAMETER);

  private final Spot spot;
  private final Tokens tokens;

  TestPhrases(Spot spot) {
    this.spot = spot;
    this.tokens = spot.tokens();
  }

  Optional<Refusal> given() {
    return spot.isEnd()
        ? Optional.empty()
        : wish()
            .or(this::filling)
            .or(this::comparedTo)
            .or(this::oneOf)
            .or(this::isLiteral)
            .or(this::range)
            .or(this::around)
            .or(this::within)
            .or(this::limit)
            .or(this::power)
            .or(this::moment);
  }

  /** {@code should be unique}, {@code must not be null}, {@code should be > 0}. */
  private Optional<Refusal> wish() {
    if (!WISHES.contains(spot.word(0)) || !spot.fits(SentenceLexer.LESS)) {
      return Optional.empty();
    }
    int last = 0;
    boolean not = false;
    while (List.of("not", "be", "to").contains(spot.word(last + 1))) {
      last++;
      not |= spot.word(last).equals("not");
    }
    Span span = spot.span(0, last);
    String is = tokens.with(span, not ? "is not" : "is");
    String bare = tokens.with(new Span(span.start(), spot.span(last + 1).start()), "");
    String compared = not ? "not " + bare : bare;
    return Optional.of(
        Refusal.of(Code.E0202, "a line says what is: `" + spot.word(0) + "` is left out", span)
            .help(spot.reading().write(spot.reading().accepts(is) ? is : compared, "")));
  }

  /** {@code is a valid email}. */
  private Optional<Refusal> filling() {
    int first = 0;
    while (FILLING.contains(spot.word(first - 1))) {
      first--;
    }
    boolean is =
        spot.is(first - 1, SentenceLexer.IS)
            || (spot.is(first - 1, SentenceLexer.NOT) && spot.is(first - 2, SentenceLexer.IS));
    int last = 0;
    while (FILLING.contains(spot.word(last))) {
      last++;
    }
    if (first == 0 || !is || !Spot.isName(spot.type(last))) {
      return Optional.empty();
    }
    Span span = spot.span(first, last);
    String message = "`" + tokens.slice(span) + "` is written `" + spot.written(last) + "`";
    return spot.instead(Code.E0202, message, span, spot.written(last));
  }

  /** {@code greater than 0}, {@code is less than or equal to 5}. */
  private Optional<Refusal> comparedTo() {
    int than = spot.word(0).equals("than") ? 0 : 1;
    String sign = COMPARED.get(spot.word(than - 1));
    if (sign == null || !spot.word(than).equals("than")) {
      return Optional.empty();
    }
    int first = spot.is(than - 2, SentenceLexer.IS) ? than - 2 : than - 1;
    boolean equal = spot.word(than + 1).equals("or") && spot.word(than + 2).equals("equal");
    int last = equal ? than + 2 : than;
    last = equal && spot.word(last + 1).equals("to") ? last + 1 : last;
    Span span = spot.span(first, last);
    String right = equal ? sign + "=" : sign;
    String message = "`" + tokens.slice(span) + "` is written `" + right + "`";
    return spot.instead(Code.E0202, message, span, right);
  }

  /** {@code is one of ('a', 'b')}. */
  private Optional<Refusal> oneOf() {
    boolean one = spot.word(0).equals("of") && spot.word(-1).equals("one");
    return one && spot.is(-2, SentenceLexer.IS)
        ? spot.instead(Code.E0202, "`is one of` is written `in`", spot.span(-2, 0), "in")
        : Optional.empty();
  }

  /** {@code country is 'DE'}. */
  private Optional<Refusal> isLiteral() {
    boolean not = spot.is(-1, SentenceLexer.NOT);
    int is = not ? -2 : -1;
    if (!spot.is(is, SentenceLexer.IS) || !LITERALS.contains(spot.type(0))) {
      return Optional.empty();
    }
    String right = not ? "!=" : "=";
    String message = "a value is compared with `" + right + "`";
    return spot.instead(Code.E0202, message, spot.span(is, -1), right);
  }

  /** {@code in range(0, 10)}. */
  private Optional<Refusal> range() {
    boolean called = spot.word(-1).equals("range") && spot.is(0, SentenceLexer.LEFT);
    boolean ends =
        spot.is(2, SentenceLexer.COMMA)
            && spot.is(4, SentenceLexer.RIGHT)
            && spot.is(-2, SentenceLexer.IN);
    if (!called || !ends) {
      return Optional.empty();
    }
    String right = "between " + spot.written(1) + " and " + spot.written(3);
    return spot.instead(Code.E0202, "a range is written with `between`", spot.span(-2, 4), right);
  }

  /** {@code a = b +/- 5%}. */
  private Optional<Refusal> around() {
    boolean sign =
        spot.is(-1, SentenceLexer.PLUS)
            && spot.is(0, SentenceLexer.SLASH)
            && spot.is(1, SentenceLexer.MINUS);
    return sign
        ? spot.instead(Code.E0202, "`+/-` is written `within`", spot.span(-1, 1), "within")
        : Optional.empty();
  }

  /** {@code a within 5% of b}. */
  private Optional<Refusal> within() {
    return spot.is(0, SentenceLexer.WITHIN)
        ? spot.refusal(
            Code.E0202,
            "`within` comes after a comparison",
            spot.span(0),
            "write `a = b within 5%`, or `max(ts) >= now() - 2 days` for a time")
        : Optional.empty();
  }

  /** {@code is at most 5}, {@code at least 5}. */
  private Optional<Refusal> limit() {
    int at = spot.word(0).equals("at") ? 0 : -1;
    boolean most = spot.word(at + 1).equals("most");
    if (!spot.word(at).equals("at") || !(most || spot.word(at + 1).equals("least"))) {
      return Optional.empty();
    }
    int from = spot.is(at - 1, SentenceLexer.IS) ? at - 1 : at;
    Span span = spot.span(from, at + 1);
    String right = most ? "<=" : ">=";
    String message = "`" + tokens.slice(span) + "` is written `" + right + "`";
    return spot.instead(Code.E0202, message, span, right);
  }

  /** {@code x ** 2}. */
  private Optional<Refusal> power() {
    boolean stars = spot.is(-1, SentenceLexer.STAR) && spot.is(0, SentenceLexer.STAR);
    return stars
        ? spot.refusal(
            Code.E0202, "`**` is not an operator", spot.span(-1, 0), "write `power(x, 2)`")
        : Optional.empty();
  }

  /** {@code 1 day ago} and {@code interval '1' day}. */
  private Optional<Refusal> moment() {
    boolean length = spot.is(-1, SentenceLexer.UNIT) && spot.is(-2, SentenceLexer.NUMBER);
    if (length && spot.word(0).equals("ago")) {
      String right = "now() - " + tokens.slice(spot.span(-2, -1));
      return spot.instead(Code.E0202, "`ago` is counted from `now()`", spot.span(-2, 0), right);
    }
    boolean interval = spot.word(-2).equals("interval") && spot.is(-1, SentenceLexer.TEXT);
    if (!interval || !spot.is(0, SentenceLexer.UNIT)) {
      return Optional.empty();
    }
    String right = spot.written(-1).replace("'", "") + " " + spot.written(0);
    return spot.instead(Code.E0202, "a duration is a number and a unit", spot.span(-2, 0), right);
  }
}
