package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words that SQL or English has and this language says differently. */
final class WordAdvice {

  /**
   * What may follow {@code is}, as far as the form knows it: hints, the functions are elsewhere.
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
          "decreasing",
          "null");

  private static final Set<String> METRICS =
      Set.of("count", "sum", "avg", "min", "max", "median", "stddev", "variance", "distinct_count");

  private static final Map<String, String> INSTEAD =
      Map.of(
          "are", "is",
          "isnull", "is null",
          "notnull", "is not null",
          "equals", "=",
          "equal", "=",
          "rlike", "matches",
          "regexp", "matches",
          "match", "matches");

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

  private final Spot spot;

  WordAdvice(Spot spot) {
    this.spot = spot;
  }

  Optional<Refusal> given() {
    return spot.isEnd()
        ? Optional.empty()
        : needlessIs()
            .or(this::isTruth)
            .or(this::afterNot)
            .or(this::otherLanguages)
            .or(this::count)
            .or(this::afterValue);
  }

  /** {@code is in (...)}, {@code is not in (...)}, {@code is > 5}. */
  private Optional<Refusal> needlessIs() {
    int is = isBefore();
    int type = spot.type(0);
    List<Integer> words =
        List.of(SentenceLexer.IN, SentenceLexer.BETWEEN, SentenceLexer.LIKE, SentenceLexer.MATCHES);
    boolean compares = type >= SentenceLexer.LESS && type <= SentenceLexer.NOT_EQUAL;
    if (is == 0 || (!words.contains(type) && !compares)) {
      return Optional.empty();
    }
    Span span = spot.span(is, 0);
    String right = is == -1 ? spot.word(0) : "not " + spot.word(0);
    return written(span, right);
  }

  private Optional<Refusal> isTruth() {
    int is = isBefore();
    boolean truth = spot.is(0, SentenceLexer.TRUE);
    if (is == 0 || (!truth && !spot.is(0, SentenceLexer.FALSE))) {
      return Optional.empty();
    }
    String column = spot.word(is - 1).isEmpty() ? "value" : spot.written(is - 1);
    String right = truth == (is == -1) ? column : "not " + column;
    return spot.refusal(
        Code.E0202,
        "a true-or-false column needs no test",
        spot.span(is, 0),
        "write `" + right + "`");
  }

  /** Where the {@code is} stands that the spot follows, {@code not} between or not; else 0. */
  private int isBefore() {
    int distance = spot.is(-1, SentenceLexer.NOT) ? -2 : -1;
    return spot.is(distance, SentenceLexer.IS) ? distance : 0;
  }

  /** {@code x not null}, {@code x not unique}. */
  private Optional<Refusal> afterNot() {
    boolean name = AFTER_IS.contains(spot.word(0));
    return spot.is(-1, SentenceLexer.NOT) && name && spot.place() > 1
        ? written(spot.span(-1, 0), "is not " + spot.word(0))
        : Optional.empty();
  }

  /** A word that follows a complete value. */
  private Optional<Refusal> afterValue() {
    if (!spot.fits(SentenceLexer.LESS) || spot.fits(SentenceLexer.NUMBER)) {
      return Optional.empty();
    }
    String word = spot.word(0);
    Span span = spot.span(0);
    if (AFTER_IS.contains(word)) {
      return spot.instead(Code.E0202, "`" + word + "` needs `is` before it", span, "is " + word);
    }
    if (INSTEAD.containsKey(word)) {
      return written(span, INSTEAD.getOrDefault(word, ""));
    }
    if (METRICS.contains(spot.word(-1)) && Spot.isName(spot.type(0))) {
      String call = spot.written(-1) + "(" + spot.written(0) + ")";
      String message = "`" + spot.word(-1) + "` takes brackets";
      return spot.instead(Code.E0201, message, spot.span(-1, 0), call);
    }
    return Optional.ofNullable(FUNCTIONS.get(word))
        .map(help -> String.format(Locale.ROOT, help, spot.written(-1)))
        .flatMap(help -> spot.refusal(Code.E0202, "`" + word + "` is not a test", span, help));
  }

  /** {@code count(*)} and {@code count(distinct x)}. */
  private Optional<Refusal> count() {
    boolean all = spot.is(0, SentenceLexer.STAR) && spot.is(-1, SentenceLexer.LEFT);
    if (all && spot.word(-2).equals("count")) {
      Span span = spot.is(1, SentenceLexer.RIGHT) ? spot.span(-2, 1) : spot.span(-2, 0);
      return spot.instead(Code.E0202, "rows are counted by `row_count`", span, "row_count");
    }
    boolean distinct = spot.word(-1).equals("distinct") && spot.is(-2, SentenceLexer.LEFT);
    if (!distinct || !spot.word(-3).equals("count")) {
      return Optional.empty();
    }
    Span replaced = new Span(spot.span(-3).start(), spot.span(0).start());
    String corrected = spot.tokens().with(replaced, "distinct_count(");
    return Optional.of(
        Refusal.of(Code.E0202, "distinct values are counted by `distinct_count`", spot.span(-3, -1))
            .help(spot.reading().write(corrected, "write `distinct_count(x)`")));
  }

  private Optional<Refusal> otherLanguages() {
    int select = spot.word(0).equals("select") ? 0 : -1;
    boolean first = spot.place() + select == 0;
    boolean query = spot.is(select - 1, SentenceLexer.LEFT) || first;
    if (spot.word(select).equals("select") && query) {
      return spot.refusal(
          Code.E0202,
          "a query cannot stand in a sentence",
          spot.span(select),
          "write `in table.column`, or a whole query under `sql:`");
    }
    int choice = spot.word(0).equals("case") ? 0 : -1;
    if (spot.word(choice).equals("case") && spot.word(choice + 1).equals("when")) {
      return spot.refusal(
          Code.E0202, "`case` is written `if`", spot.span(choice), "write `if(check, a, b)`");
    }
    return spot.word(0).equals("as") && spot.fits(SentenceLexer.RIGHT)
        ? spot.refusal(
            Code.E0202,
            "`cast` is not known here",
            spot.span(0),
            "write `number(x)` or `date(x)` to convert a text")
        : Optional.empty();
  }

  private Optional<Refusal> written(Span span, String right) {
    String wrong = spot.tokens().slice(span);
    return spot.instead(Code.E0202, "`" + wrong + "` is written `" + right + "`", span, right);
  }
}
