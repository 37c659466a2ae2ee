package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Line;
import java.math.BigDecimal;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** {@code for at least 99%}, {@code except at most 10 rows}, and the near misses of both. */
final class ToleranceTrees {

  private final Trees trees;

  ToleranceTrees(Trees trees) {
    this.trees = trees;
  }

  /** What follows {@code for}; {@code span} is the whole clause. */
  Line.Tolerance atLeast(SentenceParser.BoundContext tree, Span span) {
    SentenceParser.AmountContext amount = tree.amount();
    String written = trees.tokens().slice(amount);
    if (amount.PERCENT() == null) {
      String percent = isWithoutUnit(amount) ? meant(written) : "99%";
      throw unit(
              isWithoutUnit(amount)
                  ? "`" + written + "` has no unit"
                  : "`for at least` takes a percentage",
              amount)
          .help("write `for at least " + percent + "`, or `except at most 10 rows`");
    }
    if (tree.LEAST() == null) {
      throw Refusal.of(Code.E0202, "`for` goes with `at least`", span)
          .help("write `for at least " + (tree.MOST() == null ? written : "99%") + "`");
    }
    return new Line.Tolerance.AtLeast(percent(amount.PERCENT()), span);
  }

  /** A share such as {@code 0.99} is a percentage that was written as a part of one. */
  private static String meant(String number) {
    BigDecimal value = new BigDecimal(number);
    boolean part = value.scale() > 0 && value.compareTo(BigDecimal.ONE) < 0;
    return Amounts.percent(part ? value.movePointRight(2).stripTrailingZeros() : value);
  }

  /** What follows {@code except}; {@code span} is the whole clause. */
  Line.Tolerance atMost(SentenceParser.BoundContext tree, Span span) {
    return atMost(tree, "except ", span);
  }

  /** The text of a key {@code except}. */
  Line.Tolerance atMost(SentenceParser.BoundContext tree) {
    return atMost(tree, "", Tokens.span(tree));
  }

  private Line.Tolerance atMost(SentenceParser.BoundContext tree, String word, Span span) {
    SentenceParser.AmountContext amount = tree.amount();
    String written = trees.tokens().slice(amount);
    if (amount.PERCENT() != null) {
      String rest = Amounts.percent(Amounts.rest(percent(amount.PERCENT())));
      throw unit("`except at most` takes a number of rows or groups", amount)
          .help(
              word.isEmpty()
                  ? "write `at most 10 rows`"
                  : "write `for at least " + rest + "`, or `except at most 10 rows`");
    }
    if (isWithoutUnit(amount)) {
      String rows = "write `" + word + "at most " + Amounts.rows(written) + "`";
      throw unit("`" + written + "` has no unit", amount)
          .help(word.isEmpty() ? rows : rows + ", or `groups` with `per`");
    }
    if (tree.MOST() == null) {
      throw Refusal.of(Code.E0202, "`except` goes with `at most`", span)
          .help("write `" + word + "at most " + written + "`");
    }
    return new Line.Tolerance.AtMost(count(amount), counted(amount), span);
  }

  /** What follows {@code above}. */
  Line.Threshold threshold(SentenceParser.AmountContext amount, Span span) {
    if (amount.PERCENT() != null) {
      return new Line.Threshold.Percent(percent(amount.PERCENT()), span);
    }
    if (isWithoutUnit(amount)) {
      String written = amount.getText();
      throw unit("`" + written + "` has no unit", amount)
          .help("write `above " + written + "%` or `above " + Amounts.rows(written) + "`");
    }
    return new Line.Threshold.Count(count(amount), counted(amount), span);
  }

  private static Refusal unit(String message, SentenceParser.AmountContext amount) {
    return Refusal.of(Code.E0205, message, Tokens.span(amount));
  }

  private static boolean isWithoutUnit(SentenceParser.AmountContext amount) {
    return amount.PERCENT() == null && amount.ROWS() == null && amount.GROUPS() == null;
  }

  private static BigDecimal percent(TerminalNode percent) {
    Token token = percent.getSymbol();
    String digits = token.getText().substring(0, token.getText().length() - 1);
    return Numbers.value(digits, Tokens.span(token));
  }

  private static long count(SentenceParser.AmountContext amount) {
    Token number = amount.NUMBER().getSymbol();
    return Numbers.count(number.getText(), Tokens.span(number));
  }

  private static Line.Unit counted(SentenceParser.AmountContext amount) {
    return amount.ROWS() != null ? Line.Unit.ROWS : Line.Unit.GROUPS;
  }
}
