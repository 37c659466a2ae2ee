package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** The token that does not fit, and what lies around it. */
final class Spot {

  private final Reading<?> reading;
  private final Tokens tokens;
  private final int place;

  Spot(Reading<?> reading, int place) {
    this.reading = reading;
    this.tokens = reading.tokens();
    this.place = place;
  }

  Reading<?> reading() {
    return reading;
  }

  Tokens tokens() {
    return tokens;
  }

  int place() {
    return place;
  }

  boolean isEnd() {
    return is(0, Token.EOF);
  }

  /** The type of a token, counted from the spot: -1 is the one before. */
  int type(int distance) {
    return tokens.type(place + distance);
  }

  boolean is(int distance, int type) {
    return type(distance) == type;
  }

  /** The text of a token in lower case; empty where there is none. */
  String word(int distance) {
    return is(distance, Token.EOF) ? "" : written(distance).toLowerCase(Locale.ROOT);
  }

  String written(int distance) {
    return tokens.get(place + distance).getText();
  }

  Span span(int distance) {
    return tokens.span(place + distance);
  }

  Span span(int from, int to) {
    return span(from).to(span(to));
  }

  /** Whether a token of another type would have fitted. */
  boolean fits(int type) {
    return reading.fits(type, place);
  }

  /** The clause that the spot lies in, by the type of its word; the end's before any clause. */
  int clause() {
    for (int index = place - 1; index >= 0; index--) {
      if (isClause(tokens.type(index))) {
        return tokens.type(index);
      }
    }
    return Token.EOF;
  }

  /** What was written is to be replaced; the corrected text is shown when it is right. */
  Optional<Refusal> instead(Code code, String message, Span span, String right) {
    return Optional.of(
        Refusal.of(code, message, span)
            .help(reading.write(tokens.with(span, right), "write `" + right.strip() + "`")));
  }

  Optional<Refusal> refusal(Code code, String message, Span span, String help) {
    return Optional.of(Refusal.of(code, message, span).help(help));
  }

  static boolean isClause(int type) {
    return type >= SentenceLexer.WHERE && type <= SentenceLexer.ELSE;
  }

  static boolean isName(int type) {
    return type >= SentenceLexer.UNIT && type <= SentenceLexer.QUOTED;
  }
}
