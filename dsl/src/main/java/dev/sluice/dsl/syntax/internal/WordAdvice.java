package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Words that SQL or English has and this language says differently. */
final class WordAdvice {

  /**
   * What may follow {@code is}, as far as the form knows it: a hint, the functions are elsewhere.
   */
  private static final Set<String> AFTER_IS =
      Set.of(
          "unique",
          "blank",
          "empty",
          "email",
          "url",
          "uuid",
          "ipv4",
          "ipv6",
          "iban",
          "credit_card",
          "json",
          "integer",
          "number",
          "increasing",
          "decreasing");

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("isnull", "is null"),
          Map.entry("notnull", "is not null"),
          Map.entry("equals", "="),
          Map.entry("equal", "="),
          Map.entry("rlike", "matches"),
          Map.entry("regexp", "matches"),
          Map.entry("match", "matches"));

  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "ilike", "write `lower(%s) like 'pattern'`",
          "contains", "write `contains(%s, 'text')`",
          "starts", "write `starts_with(%s, 'text')`",
          "starts_with", "write `starts_with(%s, 'text')`",
          "ends", "write `ends_with(%s, 'text')`",
          "ends_with", "write `ends_with(%s, 'text')`",
          "mod", "write `mod(%s, 2)`",
          "div", "write `div(%s, 2)`");

  private final Reading<?> reading;
  private final Tokens tokens;
  private final int place;
  private final int type;

  WordAdvice(Reading<?> reading, int place) {
    this.reading = reading;
    this.tokens = reading.tokens();
    this.place = place;
    this.type = tokens.type(place);
  }

  Optional<Refusal> given() {
    if (type == Token.EOF) {
      return Optional.empty();
    }
    return needlessIs()
        .or(this::isTruth)
        .or(this::afterNot)
        .or(this::afterValue)
        .or(this::count)
        .or(this::select);
  }

  /** {@code is in (...)}, {@code is not in (...)}, {@code is > 5}. */
  private Optional<Refusal> needlessIs() {
    int is = isBefore();
    List<Integer> tests =
        List.of(SentenceLexer.IN, SentenceLexer.BETWEEN, SentenceLexer.LIKE, SentenceLexer.MATCHES);
    boolean compares = type >= SentenceLexer.LESS && type <= SentenceLexer.NOT_EQUAL;
    if (is < 0 || (!tests.contains(type) && !compares)) {
      return Optional.empty();
    }
    Span span = tokens.span(is).to(tokens.span(place));
    String right = is == place - 1 ? word(place) : "not " + word(place);
    return refusal("`" + tokens.slice(span) + "` is written `" + right + "`", span, right);
  }

  private Optional<Refusal> isTruth() {
    int is = isBefore();
    if (is < 1 || (type != SentenceLexer.TRUE && type != SentenceLexer.FALSE)) {
      return Optional.empty();
    }
    String column = word(is - 1);
    boolean positive = (type == SentenceLexer.TRUE) == (is == place - 1);
    Span span = tokens.span(is).to(tokens.span(place));
    return Optional.of(
        Refusal.of(Code.E0202, "a true-or-false column needs no test", span)
            .help("write `" + (positive ? column : "not " + column) + "`"));
  }

  /** The index of the {@code is} that the place follows, {@code not} between them or not; or -1. */
  private int isBefore() {
    int index = tokens.type(place - 1) == SentenceLexer.NOT ? place - 2 : place - 1;
    return index >= 0 && tokens.type(index) == SentenceLexer.IS ? index : -1;
  }

  /** {@code x not null}, {@code x not unique}. */
  private Optional<Refusal> afterNot() {
    boolean name = type == SentenceLexer.NULL || AFTER_IS.contains(word(place));
    if (tokens.type(place - 1) != SentenceLexer.NOT || !name || place < 2) {
      return Optional.empty();
    }
    Span span = tokens.span(place - 1).to(tokens.span(place));
    String right = "is not " + word(place);
    return refusal("`" + tokens.slice(span) + "` is written `" + right + "`", span, right);
  }

  /** A word that follows a complete value. */
  private Optional<Refusal> afterValue() {
    if (place == 0
        || !reading.fits(SentenceLexer.LESS, place)
        || reading.fits(SentenceLexer.NUMBER, place)) {
      return Optional.empty();
    }
    String word = word(place);
    Span span = tokens.span(place);
    if (AFTER_IS.contains(word) || type == SentenceLexer.NULL) {
      return refusal("`" + word + "` needs `is` before it", span, "is " + word);
    }
    if (INSTEAD.containsKey(word)) {
      String right = INSTEAD.get(word);
      return refusal("`" + word + "` is written `" + right + "`", span, right);
    }
    return Optional.ofNullable(FUNCTIONS.get(word))
        .map(help -> String.format(Locale.ROOT, help, word(place - 1)))
        .map(help -> Refusal.of(Code.E0202, "`" + word + "` is not a test", span).help(help));
  }

  /** {@code count(*)} and {@code count(distinct x)}. */
  private Optional<Refusal> count() {
    boolean opened = tokens.type(place - 1) == SentenceLexer.LEFT && place >= 2;
    if (opened && type == SentenceLexer.STAR && word(place - 2).equals("count")) {
      Span span = tokens.span(place - 2).to(tokens.span(Math.min(place + 1, tokens.size() - 1)));
      return refusal("rows are counted by `row_count`", span, "row_count");
    }
    boolean distinct =
        place >= 3
            && tokens.type(place - 2) == SentenceLexer.LEFT
            && word(place - 1).equals("distinct")
            && word(place - 3).equals("count");
    if (!distinct) {
      return Optional.empty();
    }
    Span span = tokens.span(place - 3).to(tokens.span(place - 1));
    return refusal("distinct values are counted by `distinct_count`", span, "distinct_count(");
  }

  private Optional<Refusal> select() {
    int index = word(place).equals("select") ? place : place - 1;
    if (index < 1
        || !word(index).equals("select")
        || tokens.type(index - 1) != SentenceLexer.LEFT) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(Code.E0202, "a query cannot stand in a sentence", tokens.span(index))
            .help("write `in table.column`, or a whole query under `sql:`"));
  }

  private Optional<Refusal> refusal(String message, Span span, String right) {
    return Optional.of(
        Refusal.of(Code.E0202, message, span)
            .help(reading.write(tokens.with(span, right), "write `" + right + "`")));
  }

  private String word(int index) {
    return tokens.get(index).getText().toLowerCase(Locale.ROOT);
  }
}
