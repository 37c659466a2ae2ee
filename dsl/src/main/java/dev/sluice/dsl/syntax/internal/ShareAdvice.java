package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Percentages of something, in English: {@code 98% of rows}, {@code within 10% of it}. */
final class ShareAdvice {

  private static final Set<String> ROWS = Set.of("rows", "row", "records", "values", "lines");
  private static final Set<String> HAVING =
      Set.of("have", "has", "with", "are", "satisfy", "meet", "must", "should", "where", ":");

  private final Spot spot;
  private final Tokens tokens;

  ShareAdvice(Spot spot) {
    this.spot = spot;
    this.tokens = spot.tokens();
  }

  Optional<Refusal> given() {
    return spot.isEnd()
        ? Optional.empty()
        : inFront().or(this::tolerance).or(this::closeTo).or(this::betweenShares).or(this::product);
  }

  /** {@code at least 98% of rows have status = 'new'}. */
  private Optional<Refusal> inFront() {
    boolean bound = word(0).equals("at") && (word(1).equals("least") || word(1).equals("most"));
    int percent = bound ? 2 : 0;
    if (tokens.type(percent) != SentenceLexer.PERCENT || !word(percent + 1).equals("of")) {
      return Optional.empty();
    }
    int rows = pastArticles(percent + 2);
    int rest = HAVING.contains(word(rows + 1)) ? rows + 2 : rows + 1;
    if (!ROWS.contains(word(rows)) || spot.place() > rest || rest >= tokens.size()) {
      return Optional.empty();
    }
    String check = slice(rest, tokens.size() - 1);
    String share = tokens.get(percent).getText();
    String right =
        word(1).equals("most")
            ? "share(" + check + ") <= " + share
            : check + " for at least " + share;
    return told(
        "the share of the rows stands behind the check",
        span(0, rows),
        right,
        "amount > 0 for at" + " least 98%");
  }

  /** {@code for at least 98% of rows}, {@code except at most 2% of the rows}. */
  private Optional<Refusal> tolerance() {
    int clause = spot.clause();
    boolean tolerance = clause == SentenceLexer.FOR || clause == SentenceLexer.EXCEPT;
    if (!tolerance || !isShare()) {
      return Optional.empty();
    }
    int start = spot.place() - 1;
    while (tokens.type(start) != clause) {
      start--;
    }
    int rows = pastArticles(spot.place() + 1);
    Span span = span(start, ROWS.contains(word(rows)) ? rows : spot.place());
    String share = spot.written(-1);
    String least =
        clause == SentenceLexer.FOR
            ? share
            : new BigDecimal(100)
                    .subtract(new BigDecimal(share.substring(0, share.length() - 1)))
                    .toPlainString()
                + "%";
    String right = "for at least " + least;
    String wrong = "`" + tokens.slice(span) + "`";
    return told(wrong + " is written `" + right + "`", span, tokens.with(span, right), right);
  }

  /** {@code row_count within 10% of row_count of customers}. */
  private Optional<Refusal> closeTo() {
    if (!spot.is(0, SentenceLexer.WITHIN) || spot.place() == 0) {
      return Optional.empty();
    }
    int of = spot.place() + 1;
    while (tokens.type(of) != Token.EOF && tokens.type(of) != SentenceLexer.OF) {
      of++;
    }
    int end = valueEnd(of + 1);
    if (tokens.type(of) != SentenceLexer.OF || end < of + 1 || of == spot.place() + 1) {
      return Optional.empty();
    }
    int last = spot.is(-1, SentenceLexer.IS) ? spot.place() - 2 : spot.place() - 1;
    String value = slice(0, last);
    String right =
        value + " = " + other(value, of + 1, end) + " within " + slice(spot.place() + 1, of - 1);
    return told(
        "`within` comes after a comparison",
        span(spot.place(), of),
        right + rest(end),
        "a = b within 5%");
  }

  /** {@code row_count between 90% and 110% of row_count of customers}. */
  private Optional<Refusal> betweenShares() {
    boolean shares =
        isShare()
            && spot.is(-2, SentenceLexer.AND)
            && spot.is(-3, SentenceLexer.PERCENT)
            && spot.is(-4, SentenceLexer.BETWEEN);
    int end = valueEnd(spot.place() + 1);
    if (!shares || spot.place() < 5 || end <= spot.place()) {
      return Optional.empty();
    }
    String value = slice(0, spot.place() - 5);
    String other = other(value, spot.place() + 1, end);
    BigDecimal low = percent(spot.written(-3));
    BigDecimal high = percent(spot.written(-1));
    BigDecimal all = new BigDecimal(100);
    boolean around = low.compareTo(all) < 0 && low.add(high).compareTo(all.add(all)) == 0;
    String right =
        around
            ? " = " + other + " within " + high.subtract(all).toPlainString() + "%"
            : " between "
                + spot.written(-3)
                + " * "
                + other
                + " and "
                + spot.written(-1)
                + " * "
                + other;
    return told(
        "a share of another value is a product or a tolerance",
        span(spot.place() - 3, spot.place()),
        value + right + rest(end),
        "a = b within 10%");
  }

  /** {@code amount > 90% of list_price}. */
  private Optional<Refusal> product() {
    if (!isShare() || Spot.isClause(spot.clause())) {
      return Optional.empty();
    }
    String share = spot.written(-1);
    return told(
        "`" + share + " of` is written `" + share + " *`",
        spot.span(-1, 0),
        tokens.with(spot.span(0), "*"),
        share + " * value");
  }

  private boolean isShare() {
    return spot.is(0, SentenceLexer.OF) && spot.is(-1, SentenceLexer.PERCENT);
  }

  private static BigDecimal percent(String written) {
    return new BigDecimal(written.substring(0, written.length() - 1));
  }

  /** What is compared with: of a table alone the same metric. */
  private String other(String value, int from, int to) {
    String other = slice(pastArticles(from), to);
    boolean metric = value.equals("row_count") || value.equals("column_count");
    return metric && other.matches("[\\p{L}_][\\p{L}\\p{Nd}_.]*") && !other.equals(value)
        ? value + " of " + other
        : other;
  }

  /** The last token of a value that begins here and goes up to a clause, `and`, `or` or the end. */
  private int valueEnd(int from) {
    int end = from;
    while (tokens.type(end) != Token.EOF
        && !Spot.isClause(tokens.type(end))
        && tokens.type(end) != SentenceLexer.AND
        && tokens.type(end) != SentenceLexer.OR) {
      end++;
    }
    return end - 1;
  }

  private int pastArticles(int index) {
    return word(index).equals("the") || word(index).equals("all") ? index + 1 : index;
  }

  private String word(int index) {
    return spot.word(index - spot.place());
  }

  private Span span(int from, int to) {
    return tokens.span(from).to(tokens.span(to));
  }

  private String slice(int from, int to) {
    return tokens.slice(span(from, to));
  }

  private String rest(int end) {
    return end + 1 < tokens.size() ? " " + slice(end + 1, tokens.size() - 1) : "";
  }

  private Optional<Refusal> told(String message, Span span, String right, String otherwise) {
    return Optional.of(
        Refusal.of(Code.E0202, message, span)
            .help(spot.reading().write(right, "write `" + otherwise + "`")));
  }
}
