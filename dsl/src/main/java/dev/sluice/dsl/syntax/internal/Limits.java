package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.nio.charset.StandardCharsets;
import org.antlr.v4.runtime.Token;

/**
 * What a text may not exceed, so that no text can take the parser's stack or its time. Nesting is
 * measured on tokens, before anything recursive runs.
 */
final class Limits {

  static final int BYTES = 64 * 1024;
  static final int NESTING = 100;
  static final int LIST = 10_000;
  static final int OPERATORS = 500;

  private Limits() {}

  static void size(String text) {
    if (text.length() > BYTES || text.getBytes(StandardCharsets.UTF_8).length > BYTES) {
      throw Refusal.of(Code.E0108, "a sentence of more than 64 KB", new Span(0, 1))
          .help("look values up in a table: `column in table.column`");
    }
  }

  static void nesting(Tokens tokens) {
    int brackets = 0;
    int prefixes = 0;
    for (Token token : tokens.all()) {
      int type = token.getType();
      brackets += type == SentenceLexer.LEFT ? 1 : type == SentenceLexer.RIGHT ? -1 : 0;
      boolean prefix = type == SentenceLexer.NOT || type == SentenceLexer.MINUS;
      prefixes = prefix ? prefixes + 1 : 0;
      if (Math.max(0, brackets) + prefixes > NESTING) {
        throw Refusal.of(
                Code.E0108,
                "a sentence nested deeper than " + NESTING + " levels",
                Tokens.span(token))
            .help("split it into several lines, or name parts of it under `define:`");
      }
    }
  }

  static void list(int items, Span span) {
    if (items > LIST) {
      throw Refusal.of(Code.E0108, "a list of more than 10,000 values", span)
          .help("put the values into a table: `column in table.column`");
    }
  }

  static void operators(int operators, Span span) {
    if (operators > OPERATORS) {
      throw Refusal.of(Code.E0108, "more than " + OPERATORS + " operators in a row", span)
          .help("add the columns up in a view, or in the step before");
    }
  }
}
