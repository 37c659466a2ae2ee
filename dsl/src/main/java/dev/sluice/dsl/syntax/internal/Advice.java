package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Mistakes that are known by the token that does not fit and those around it. */
final class Advice {

  private final Spot spot;

  Advice(Spot spot) {
    this.spot = spot;
  }

  Optional<Refusal> given() {
    Stream<Supplier<Optional<Refusal>>> known =
        Stream.of(
            this::brackets,
            () -> new ShareAdvice(spot).given(),
            () -> new AgeAdvice(spot).given(),
            () -> RangeAdvice.at(spot.place(), spot.reading()),
            () -> new EnglishAdvice(spot).given(),
            () -> new PhraseAdvice(spot).given(),
            () -> new TestPhrases(spot).given(),
            () -> new AmountAdvice(spot).given(),
            () -> new ClauseAdvice(spot).given(),
            this::splitOperator,
            () -> new WordAdvice(spot).given(),
            this::between,
            this::tuple,
            this::listWithoutBrackets,
            this::patternInDoubleQuotes,
            this::reservedWord);
    return known.map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  private Optional<Refusal> brackets() {
    if (spot.is(0, SentenceLexer.RIGHT) && depth() == 0) {
      return spot.refusal(
          Code.E0201, "`)` closes nothing", spot.span(0), "remove it, or open it before");
    }
    boolean ends = spot.isEnd() || Spot.isClause(spot.type(0));
    return ends && depth() > 0 && spot.fits(SentenceLexer.RIGHT)
        ? spot.refusal(Code.E0201, "`(` is not closed", spot.span(opened()), "close it with `)`")
        : Optional.empty();
  }

  private int depth() {
    int depth = 0;
    for (int distance = -spot.place(); distance < 0; distance++) {
      depth += step(distance);
    }
    return depth;
  }

  /** The distance of the bracket that is open at the spot. */
  private int opened() {
    int depth = 0;
    int distance = 0;
    while (depth < 1) {
      distance--;
      depth += step(distance);
    }
    return distance;
  }

  private int step(int distance) {
    int type = spot.type(distance);
    return type == SentenceLexer.LEFT ? 1 : type == SentenceLexer.RIGHT ? -1 : 0;
  }

  /** {@code > =} and {@code = >}. */
  private Optional<Refusal> splitOperator() {
    List<Integer> parts = List.of(SentenceLexer.LESS, SentenceLexer.GREATER, SentenceLexer.EQUAL);
    if (!parts.contains(spot.type(-1)) || !parts.contains(spot.type(0))) {
      return Optional.empty();
    }
    Span span = spot.span(-1, 0);
    String both = spot.written(-1) + spot.written(0);
    String right = both.startsWith("=") ? both.charAt(1) + "=" : both;
    Tokens tokens = spot.tokens();
    return Optional.of(
        Refusal.of(Code.E0201, "`" + tokens.slice(span) + "` is not a comparison", span)
            .help(
                spot.reading()
                    .write(
                        tokens.with(span, right),
                        "comparisons are `<`, `<=`, `>`, `>=`, `=` and `!=`")));
  }

  /** {@code between 1, 10} and {@code between 1 to 10}. */
  private Optional<Refusal> between() {
    boolean and = spot.fits(SentenceLexer.AND) && !spot.fits(SentenceLexer.OR);
    boolean joined = spot.is(0, SentenceLexer.COMMA) || spot.word(0).equals("to");
    if (!and || !joined) {
      return Optional.empty();
    }
    String right = spot.is(0, SentenceLexer.COMMA) ? " and" : "and";
    return spot.instead(Code.E0202, "`between` joins its ends by `and`", spot.span(0), right);
  }

  /** {@code a, b is unique}. */
  private Optional<Refusal> tuple() {
    int first = -spot.place();
    int last = first;
    while (Spot.isName(spot.type(last)) && spot.is(last + 1, SentenceLexer.COMMA)) {
      last += 2;
    }
    if (last <= 0 || !spot.is(0, SentenceLexer.COMMA) || !Spot.isName(spot.type(last))) {
      return Optional.empty();
    }
    Span span = spot.span(first, last);
    String right = "(" + spot.tokens().slice(span) + ")";
    return spot.instead(Code.E0201, "several columns take brackets", span, right);
  }

  private Optional<Refusal> listWithoutBrackets() {
    List<Integer> values =
        List.of(
            SentenceLexer.TEXT, SentenceLexer.NUMBER, SentenceLexer.PARAMETER, SentenceLexer.DATE);
    if (!spot.is(-1, SentenceLexer.IN) || !values.contains(spot.type(0))) {
      return Optional.empty();
    }
    int last = 0;
    while (spot.is(last + 1, SentenceLexer.COMMA) && values.contains(spot.type(last + 2))) {
      last += 2;
    }
    Span span = spot.span(0, last);
    String list = "(" + spot.tokens().slice(span) + ")";
    return spot.instead(Code.E0202, "a list takes round brackets", span, list);
  }

  private Optional<Refusal> patternInDoubleQuotes() {
    boolean text = spot.fits(SentenceLexer.TEXT) && !spot.fits(SentenceLexer.NAME);
    if (!spot.is(0, SentenceLexer.QUOTED) || !text) {
      return Optional.empty();
    }
    String quoted = spot.written(0);
    String right = "'" + quoted.substring(1, quoted.length() - 1).replace("'", "''") + "'";
    return spot.instead(Code.E0202, "a text takes single quotes", spot.span(0), right);
  }

  /** A reserved word as a name, where quotes make the whole line right. */
  private Optional<Refusal> reservedWord() {
    if (spot.isEnd()) {
      return Optional.empty();
    }
    return reservedWord(0).or(() -> reservedWord(-1));
  }

  private Optional<Refusal> reservedWord(int distance) {
    if (!Words.isReserved(spot.word(distance))) {
      return Optional.empty();
    }
    String name = spot.written(distance);
    Span span = spot.span(distance);
    String corrected = spot.tokens().with(span, "\"" + name + "\"");
    return spot.reading().accepts(corrected)
        ? spot.refusal(
            Code.E0201,
            "`" + name + "` is a word of the language",
            span,
            "as a name it takes double quotes: `" + corrected + "`")
        : Optional.empty();
  }
}
