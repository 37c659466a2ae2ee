package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranges behind {@code in}: {@code 0..1000}, {@code [0..1000]}, {@code 0 to 1000}. */
final class RangeAdvice {

  private static final String END = "([0-9]{4}-[0-9]{2}-[0-9]{2}|-?[0-9]+(?:\\.[0-9]+)?%?)";

  private static final Pattern RANGE =
      Pattern.compile(
          "[\\[(]?\\s*"
              + END
              + "\\s*(?:\\.{2,3}|\u2026|\\bto\\b|\\s-|-(?=[0-9]))\\s*"
              + END
              + "\\s*[\\])]?");

  private RangeAdvice() {}

  /** A range that begins at a token behind {@code in}. */
  static Optional<Refusal> at(int place, Reading<?> reading) {
    Tokens tokens = reading.tokens();
    if (tokens.type(place - 1) != SentenceLexer.IN) {
      return Optional.empty();
    }
    int start = tokens.span(place).start();
    int end = tokens.span(tokens.size()).end();
    String rest = tokens.slice(new Span(start, end));
    Matcher range = RANGE.matcher(rest);
    if (!range.lookingAt()) {
      return Optional.empty();
    }
    Span span = new Span(start, start + range.group().stripTrailing().length());
    Span replaced = new Span(tokens.span(place - 1).start(), span.end());
    String right = "between " + range.group(1) + " and " + range.group(2);
    return Optional.of(
        Refusal.of(Code.E0202, "a range is written with `between`", span)
            .help(reading.write(tokens.with(replaced, right), "write `" + right + "`")));
  }
}
