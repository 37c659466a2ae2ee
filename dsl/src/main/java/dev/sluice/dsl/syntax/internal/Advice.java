package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/** Mistakes that are known by the token that does not fit and those around it. */
final class Advice {

  private static final List<String> ACTIONS =
      List.of("fail", "rollback", "warn", "drop", "quarantine", "default");

  private final Reading<?> reading;
  private final Tokens tokens;
  private final int place;
  private final int type;
  private final int before;
  private final String word;

  /**
   * @param place the index of the token that does not fit
   */
  Advice(Reading<?> reading, int place) {
    this.reading = reading;
    this.tokens = reading.tokens();
    this.place = place;
    this.type = tokens.type(place);
    this.before = place == 0 ? Token.EOF : tokens.type(place - 1);
    this.word = type == Token.EOF ? "" : tokens.get(place).getText().toLowerCase(Locale.ROOT);
  }

  Optional<Refusal> given() {
    Stream<Supplier<Optional<Refusal>>> known =
        Stream.of(
            this::brackets,
            this::unit,
            this::percentSign,
            this::action,
            this::keeping,
            this::splitOperator,
            this::number,
            () -> new WordAdvice(reading, place).given(),
            this::listWithoutBrackets,
            this::patternInDoubleQuotes,
            this::reservedWord);
    return known.map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  private Optional<Refusal> brackets() {
    boolean ends = type == Token.EOF || isClause(type);
    if (type == SentenceLexer.RIGHT && depth() == 0) {
      return refusal(Code.E0201, "`)` closes nothing", "remove it, or open it before");
    }
    return ends && depth() > 0 && fits(SentenceLexer.RIGHT)
        ? Optional.of(
            Refusal.of(Code.E0201, "`(` is not closed", Tokens.span(tokens.get(opened())))
                .help("close it with `)`"))
        : Optional.empty();
  }

  private int depth() {
    int depth = 0;
    for (int index = 0; index < place; index++) {
      depth += step(index);
    }
    return depth;
  }

  /** The bracket that is open at the place. */
  private int opened() {
    int depth = 0;
    int index = place;
    while (depth < 1) {
      index--;
      depth += step(index);
    }
    return index;
  }

  private int step(int index) {
    int each = tokens.type(index);
    return each == SentenceLexer.LEFT ? 1 : each == SentenceLexer.RIGHT ? -1 : 0;
  }

  private Optional<Refusal> unit() {
    if (before != SentenceLexer.NUMBER || !isName(type)) {
      return Optional.empty();
    }
    String number = tokens.get(place - 1).getText();
    Span span = tokens.span(place - 1).to(tokens.span(place));
    if (type == SentenceLexer.ROWS || type == SentenceLexer.GROUPS) {
      return Optional.of(
          Refusal.of(Code.E0205, tokens.shown(place) + " are counted in clauses only", span)
              .help("write the number alone: `row_count > " + number + "`"));
    }
    if (word.equals("percent")) {
      return Optional.of(
          Refusal.of(Code.E0205, "a percentage takes the sign `%`", span)
              .help("write `" + number + "%`"));
    }
    String message = tokens.shown(place) + " is not a unit of time";
    Refusal refusal = Refusal.of(Code.E0205, message, tokens.span(place));
    if (Units.hasNoLength(word)) {
      return Optional.of(
          Refusal.of(Code.E0205, "a " + word.replaceFirst("s$", "") + " has no fixed length", span)
              .help("write days or weeks: `30 days`"));
    }
    Optional<String> meant = Units.meant(word);
    if (meant.isPresent()) {
      return Optional.of(refusal.help("did you mean `" + number + " " + meant.get() + "`?"));
    }
    boolean complete = fits(SentenceLexer.AND);
    return complete ? Optional.empty() : Optional.of(refusal);
  }

  private Optional<Refusal> percentSign() {
    int sign = type == SentenceLexer.MODULO ? place : place - 1;
    if (tokens.type(sign) != SentenceLexer.MODULO
        || tokens.type(sign - 1) != SentenceLexer.NUMBER) {
      return Optional.empty();
    }
    Span span = tokens.span(sign - 1).to(tokens.span(sign));
    String together = tokens.get(sign - 1).getText() + "%";
    return Optional.of(
        Refusal.of(Code.E0203, "`%` belongs right after its number", span)
            .help(reading.write(tokens.with(span, together), "write `" + together + "`")));
  }

  private Optional<Refusal> action() {
    if (!fits(SentenceLexer.ROLLBACK) || fits(SentenceLexer.NAME) || type == Token.EOF) {
      return Optional.empty();
    }
    List<String> near = Nearest.of(word, ACTIONS);
    String help =
        near.isEmpty()
            ? "actions are `fail`, `rollback`, `warn`, `drop`, `quarantine` and `default value`"
            : "did you mean `" + String.join("`, `", near) + "`?";
    return refusal(Code.E0201, tokens.shown(place) + " is not an action", help);
  }

  private Optional<Refusal> keeping() {
    if (before != SentenceLexer.KEEPING || !fits(SentenceLexer.LATEST) || type == Token.EOF) {
      return Optional.empty();
    }
    String message = "`keeping` goes with `first` or `latest` and a column";
    String column = isName(tokens.type(place + 1)) ? tokens.get(place + 1).getText() : "updated_at";
    return refusal(Code.E0201, message, "write `keeping latest " + column + "`");
  }

  private Optional<Refusal> splitOperator() {
    boolean compares =
        before == SentenceLexer.LESS
            || before == SentenceLexer.GREATER
            || before == SentenceLexer.EQUAL;
    boolean again =
        compares
            && (type == SentenceLexer.EQUAL
                || type == SentenceLexer.GREATER
                || type == SentenceLexer.LESS);
    if (!again) {
      return Optional.empty();
    }
    Span span = tokens.span(place - 1).to(tokens.span(place));
    String both = tokens.get(place - 1).getText() + tokens.get(place).getText();
    String right = both.equals("=>") ? ">=" : both.equals("=<") ? "<=" : both;
    return Optional.of(
        Refusal.of(Code.E0201, "`" + tokens.slice(span) + "` is not a comparison", span)
            .help(
                reading.write(
                    tokens.with(span, right),
                    "comparisons are `<`, `<=`, `>`, `>=`, `=` and `!=`")));
  }

  /** {@code .5} and {@code 5.}. */
  private Optional<Refusal> number() {
    boolean leading = type == SentenceLexer.DOT && tokens.type(place + 1) == SentenceLexer.NUMBER;
    if (leading && tokens.span(place).end() == tokens.span(place + 1).start()) {
      Span span = tokens.span(place).to(tokens.span(place + 1));
      String written = tokens.slice(span);
      return Optional.of(Times.notA("number", written, span).help("write `0" + written + "`"));
    }
    if (type == SentenceLexer.DOT && before == SentenceLexer.NUMBER) {
      Span span = tokens.span(place - 1).to(tokens.span(place));
      String digits = tokens.get(place - 1).getText();
      return Optional.of(
          Times.notA("number", tokens.slice(span), span).help("write `" + digits + "`"));
    }
    return Optional.empty();
  }

  private Optional<Refusal> listWithoutBrackets() {
    if (before != SentenceLexer.IN || !fits(SentenceLexer.LEFT) || type == Token.EOF) {
      return Optional.empty();
    }
    boolean value =
        type == SentenceLexer.TEXT
            || type == SentenceLexer.NUMBER
            || type == SentenceLexer.PARAMETER
            || type == SentenceLexer.DATE;
    return value
        ? refusal(
            Code.E0202,
            "a list takes round brackets",
            "write `in (" + Tokens.cut(tokens.get(place).getText()) + ")`")
        : Optional.empty();
  }

  private Optional<Refusal> patternInDoubleQuotes() {
    if (type != SentenceLexer.QUOTED || !fits(SentenceLexer.TEXT) || fits(SentenceLexer.NAME)) {
      return Optional.empty();
    }
    String quoted = tokens.get(place).getText();
    String text = "'" + quoted.substring(1, quoted.length() - 1).replace("'", "''") + "'";
    return Optional.of(
        Refusal.of(Code.E0202, "a text takes single quotes", tokens.span(place))
            .help(reading.write(tokens.with(tokens.span(place), text), "write `" + text + "`")));
  }

  /** A reserved word as a name, where quotes make the whole line right. */
  private Optional<Refusal> reservedWord() {
    for (int index : new int[] {place, place - 1}) {
      boolean reserved =
          index >= 0
              && tokens.type(index) != Token.EOF
              && Words.isReserved(tokens.get(index).getText());
      if (reserved) {
        Span span = tokens.span(index);
        String name = tokens.get(index).getText();
        String corrected = tokens.with(span, "\"" + name + "\"");
        if (reading.accepts(corrected)) {
          return Optional.of(
              Refusal.of(Code.E0201, "`" + name + "` is a word of the language", span)
                  .help("as a name it takes double quotes: `" + corrected + "`"));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> refusal(Code code, String message, String help) {
    return Optional.of(Refusal.of(code, message, tokens.span(place)).help(help));
  }

  private boolean fits(int other) {
    return reading.fits(other, place);
  }

  static boolean isClause(int type) {
    return type >= SentenceLexer.WHERE && type <= SentenceLexer.ELSE;
  }

  static boolean isName(int type) {
    return type >= SentenceLexer.UNIT && type <= SentenceLexer.QUOTED;
  }
}
