package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Whole phrases that are said differently: conditions, groups, references to other tables. */
final class PhraseAdvice {

  /** After a complete check. */
  private static final Map<String, String> CLAUSES =
      Map.of(
          "if", "where", "when", "where", "by", "per", "within", "per", "with", "for", "at",
          "for at");

  private final Spot spot;
  private final Tokens tokens;

  PhraseAdvice(Spot spot) {
    this.spot = spot;
    this.tokens = spot.tokens();
  }

  Optional<Refusal> given() {
    return spot.isEnd()
        ? Optional.empty()
        : conditionFirst()
            .or(this::implies)
            .or(this::clause)
            .or(this::forEach)
            .or(this::reference)
            .or(this::columnInBrackets)
            .or(this::thousands);
  }

  /** {@code if status = 'paid' then amount > 0}. */
  private Optional<Refusal> conditionFirst() {
    if (spot.place() != 1 || !spot.word(-1).equals("if")) {
      return Optional.empty();
    }
    int then = 0;
    while (spot.type(then) != Token.EOF && !spot.word(then).equals("then")) {
      then++;
    }
    boolean whole = then > 0 && spot.word(then).equals("then") && then + 1 <= last();
    String right =
        whole
            ? tokens.slice(spot.span(then + 1, last()))
                + " where "
                + tokens.slice(spot.span(0, then - 1))
            : "";
    return condition("`if ... then` is written with `where`", spot.span(-1), right);
  }

  /** {@code status = 'paid' implies amount > 0}. */
  private Optional<Refusal> implies() {
    boolean implies = spot.word(0).equals("implies") || spot.word(0).equals("then");
    if (!implies || !isAfterCheck()) {
      return Optional.empty();
    }
    String right =
        last() > 0
            ? tokens.slice(spot.span(1, last()))
                + " where "
                + tokens.slice(spot.span(-spot.place(), -1))
            : "";
    return condition("`" + spot.word(0) + "` is written with `where`", spot.span(0), right);
  }

  private Optional<Refusal> condition(String message, Span span, String right) {
    String otherwise = "write `amount > 0 where status = 'paid'`";
    return Optional.of(
        Refusal.of(Code.E0202, message, span).help(spot.reading().write(right, otherwise)));
  }

  /** The distance of the last token. */
  private int last() {
    return tokens.size() - 1 - spot.place();
  }

  private boolean isAfterCheck() {
    return spot.place() > 0 && spot.fits(SentenceLexer.AND) && spot.fits(SentenceLexer.OR);
  }

  /** {@code amount > 0 when ...}, {@code avg(amount) > 5 group by country}. */
  private Optional<Refusal> clause() {
    boolean grouped = spot.word(0).startsWith("group") && spot.word(1).equals("by");
    String right = grouped ? "per" : CLAUSES.getOrDefault(spot.word(0), "");
    boolean column = right.equals("per") && !grouped && !Spot.isName(spot.type(1));
    boolean bound = !right.equals("for") || spot.is(1, SentenceLexer.AT);
    boolean choice = spot.word(-1).equals("case");
    boolean limit = right.equals("for at") && !spot.is(2, SentenceLexer.PERCENT);
    if (right.isEmpty() || column || !bound || choice || limit || !isAfterCheck()) {
      return Optional.empty();
    }
    Span span = grouped ? spot.span(0, 1) : spot.span(0);
    String message =
        right.equals("for at")
            ? "`at least` follows `for`"
            : "`" + tokens.slice(span) + "` is written `" + right + "`";
    return spot.instead(Code.E0202, message, span, right);
  }

  /** {@code for each country}. */
  private Optional<Refusal> forEach() {
    boolean each = spot.word(0).equals("each") || spot.word(0).equals("every");
    if (!each || !spot.is(-1, SentenceLexer.FOR)) {
      return Optional.empty();
    }
    Span span = spot.span(-1, 0);
    return spot.instead(Code.E0202, "`" + tokens.slice(span) + "` is written `per`", span, "per");
  }

  /** {@code customer_id references customers.id}, {@code customer_id exists in customers.id}. */
  private Optional<Refusal> reference() {
    boolean exists = spot.word(0).equals("exists") && spot.is(1, SentenceLexer.IN);
    if (!exists && !spot.word(0).equals("references")) {
      return Optional.empty();
    }
    Span span = exists ? spot.span(0, 1) : spot.span(0);
    return spot.instead(Code.E0202, "`" + tokens.slice(span) + "` is written `in`", span, "in");
  }

  /** {@code customer_id in customers(id)}. */
  private Optional<Refusal> columnInBrackets() {
    int start = -1;
    while (Spot.isName(spot.type(start)) || spot.is(start, SentenceLexer.DOT)) {
      start--;
    }
    boolean names = spot.is(0, SentenceLexer.LEFT) && Spot.isName(spot.type(1));
    if (!names || !spot.is(start, SentenceLexer.IN) || start == -1) {
      return Optional.empty();
    }
    boolean one = spot.is(2, SentenceLexer.RIGHT);
    return one
        ? spot.instead(
            Code.E0201,
            "a column of a table follows a point",
            spot.span(0, 2),
            "." + spot.written(1))
        : spot.instead(Code.E0201, "columns of a table follow a point", spot.span(0), ".(");
  }

  /** {@code 1,000}. */
  private Optional<Refusal> thousands() {
    int end = 0;
    while (isComma(end) && isThreeDigits(end + 1)) {
      end += 2;
    }
    if (end == 0 || !spot.is(-1, SentenceLexer.NUMBER)) {
      return Optional.empty();
    }
    Span span = spot.span(-1, end - 1);
    String written = tokens.slice(span);
    return spot.instead(
        Code.E0203, "`" + written + "` is not a number", span, written.replace(",", ""));
  }

  /** A comma that touches what is around it. */
  private boolean isComma(int distance) {
    return spot.is(distance, SentenceLexer.COMMA)
        && spot.span(distance - 1).end() == spot.span(distance).start()
        && spot.span(distance).end() == spot.span(distance + 1).start();
  }

  private boolean isThreeDigits(int distance) {
    return spot.is(distance, SentenceLexer.NUMBER) && spot.span(distance).length() == 3;
  }
}
