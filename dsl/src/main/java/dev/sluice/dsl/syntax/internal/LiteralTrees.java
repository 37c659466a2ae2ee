package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.DurationUnit;
import dev.sluice.dsl.syntax.Node;
import java.math.BigDecimal;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** Values that are written down: numbers, texts, dates, durations. */
final class LiteralTrees {

  private final Trees trees;

  LiteralTrees(Trees trees) {
    this.trees = trees;
  }

  Node literal(SentenceParser.LiteralContext tree) {
    Span span = Tokens.span(tree);
    if (tree instanceof SentenceParser.DurationContext duration) {
      return duration(duration.NUMBER().getSymbol(), duration.UNIT().getText(), span);
    }
    if (tree instanceof SentenceParser.NumberContext) {
      return Numbers.literal(tree.getText(), false, span);
    }
    if (tree instanceof SentenceParser.PercentContext) {
      return Numbers.literal(tree.getText(), true, span);
    }
    if (tree instanceof SentenceParser.TextContext) {
      return text(tree.getStart());
    }
    if (tree instanceof SentenceParser.DateContext) {
      return Times.date(tree.getText(), span);
    }
    if (tree instanceof SentenceParser.TimestampContext) {
      return Times.timestamp(tree.getText(), span);
    }
    return new Node.BooleanLiteral(tree instanceof SentenceParser.TrueLiteralContext, span);
  }

  Node.TextLiteral text(Token token) {
    return new Node.TextLiteral(unquoted(token), Tokens.span(token));
  }

  private static String unquoted(Token token) {
    String text = token.getText();
    return text.substring(1, text.length() - 1).replace("''", "'");
  }

  private static Node duration(Token number, String unit, Span span) {
    BigDecimal amount = Numbers.value(number.getText(), Tokens.span(number));
    BigDecimal plain = amount.scale() < 0 ? amount.setScale(0) : amount;
    return new Node.DurationLiteral(plain, DurationUnit.of(unit).orElseThrow(), span);
  }

  /** SQL's {@code date '2024-01-01'} and {@code timestamp '...'}. */
  Node typed(SentenceParser.TypedTextContext tree) {
    String text = unquoted(tree.TEXT().getSymbol());
    Span place = Tokens.span(tree.TEXT().getSymbol());
    boolean quoted = tree.name().QUOTED() != null;
    String type = quoted ? "" : tree.name().getText().toLowerCase(Locale.ROOT);
    if (type.equals("date")) {
      return at(Tokens.span(tree), Times.date(text, place));
    }
    if (type.equals("timestamp")) {
      return at(
          Tokens.span(tree), Times.timestamp(text.replaceFirst("(?<=\\d) +(?=\\d)", "T"), place));
    }
    Refusal refusal =
        Refusal.of(
            Code.E0202,
            "`" + tree.name().getText() + "` cannot stand before a text",
            Tokens.span(tree.name()));
    boolean interval = type.equals("interval");
    if (interval && text.matches("\\d+ +\\p{L}+")) {
      String corrected = trees.tokens().with(Tokens.span(tree), text);
      throw refusal.help(trees.reading().write(corrected, "write durations as `90 minutes`"));
    }
    throw refusal.help(
        interval
            ? "write durations as `90 minutes`"
            : "only `date '2024-01-31'` and `timestamp '2024-01-31 12:30:00'` are known");
  }

  private static Node at(Span span, Node literal) {
    if (literal instanceof Node.DateLiteral date) {
      return new Node.DateLiteral(date.value(), span);
    }
    return literal instanceof Node.TimestampLiteral timestamp
        ? new Node.TimestampLiteral(timestamp.value(), span)
        : new Node.InstantLiteral(((Node.InstantLiteral) literal).value(), span);
  }
}
