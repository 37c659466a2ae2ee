package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * A kind of text: its rule of the grammar, what is made of its tree, and what is said when it is
 * empty.
 */
public final class Form<T> {

  public static final Form<Line> LINE =
      new Form<>(
          Code.E0003,
          "an expectation is a sentence",
          "such as `order_id is not null`",
          then(SentenceParser::lineEntry, (trees, tree) -> trees.lines().line(tree)));

  public static final Form<Node> CHECK =
      new Form<>(
          Code.E0201,
          "expected a check",
          "such as `country = 'DE'`",
          then(SentenceParser::checkEntry, (trees, tree) -> trees.checks().check(tree.check())));

  public static final Form<Line.Tolerance> TOLERANCE =
      new Form<>(
          Code.E0201,
          "expected a tolerance",
          "such as `at most 10 rows`",
          then(
              SentenceParser::toleranceEntry,
              (trees, tree) -> trees.tolerances().atMost(tree.bound())));

  public static final Form<List<Line.Zone>> ZONES =
      new Form<>(
          Code.E0201,
          "expected an action",
          "such as `fail` or `warn`",
          then(SentenceParser::zonesEntry, (trees, tree) -> trees.actions().zones(tree.zones())));

  public static final Form<Path> TABLE =
      new Form<>(
          Code.E0201,
          "expected a table's name",
          "such as `staging.orders`",
          then(SentenceParser::tableEntry, (trees, tree) -> trees.names().path(tree.path())));

  public static final Form<Name> NAME =
      new Form<>(
          Code.E0201,
          "expected a name",
          "such as `order_id`",
          then(SentenceParser::nameEntry, (trees, tree) -> trees.names().name(tree.name())));

  private final Code emptyCode;
  private final String emptyMessage;
  private final String example;
  private final Function<SentenceParser, Function<Trees, T>> steps;

  private Form(
      Code emptyCode,
      String emptyMessage,
      String example,
      Function<SentenceParser, Function<Trees, T>> steps) {
    this.emptyCode = emptyCode;
    this.emptyMessage = emptyMessage;
    this.example = example;
    this.steps = steps;
  }

  private static <C extends ParserRuleContext, T> Function<SentenceParser, Function<Trees, T>> then(
      Function<SentenceParser, C> rule, BiFunction<Trees, C, T> build) {
    return parser -> {
      C tree = rule.apply(parser);
      return trees -> build.apply(trees, tree);
    };
  }

  /** Parses; what comes back makes the records. */
  Function<Trees, T> parse(SentenceParser parser) {
    return steps.apply(parser);
  }

  Refusal empty(Tokens tokens) {
    return Refusal.of(emptyCode, emptyMessage, tokens.span(0)).help(example);
  }
}
