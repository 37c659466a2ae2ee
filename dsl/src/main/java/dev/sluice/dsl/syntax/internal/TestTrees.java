package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.syntax.Path;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Tests on a value: comparisons, {@code between}, {@code in}, {@code is} and their kin. */
final class TestTrees {

  private final Trees trees;

  TestTrees(Trees trees) {
    this.trees = trees;
  }

  /** Whether {@code not} may stand right before a test, as in {@code x not in (1)}. */
  static boolean takesNot(SentenceParser.TestContext tree) {
    return !(tree instanceof SentenceParser.CompareContext)
        && !(tree instanceof SentenceParser.IsNameContext);
  }

  Node test(Node left, SentenceParser.TestContext tree, boolean negated, Span span) {
    if (negated && !takesNot(tree)) {
      throw misplacedNot(tree);
    }
    if (tree instanceof SentenceParser.CompareContext compare) {
      return compare(left, compare, span);
    }
    if (tree instanceof SentenceParser.BetweenContext between) {
      Node low = trees.values().value(between.value(0));
      return new Node.Between(left, low, trees.values().value(between.value(1)), negated, span);
    }
    if (tree instanceof SentenceParser.InListContext list) {
      return inList(left, list, negated, span);
    }
    if (tree instanceof SentenceParser.InTableContext table) {
      return inTable(left, table, negated, span);
    }
    if (tree instanceof SentenceParser.LikeContext like) {
      Optional<Node.TextLiteral> escape =
          Optional.ofNullable(like.ESCAPE()).map(word -> text(like.TEXT(1).getSymbol()));
      return new Node.Like(left, text(like.TEXT(0).getSymbol()), escape, negated, span);
    }
    if (tree instanceof SentenceParser.MatchesContext matches) {
      return new Node.Matches(left, text(matches.TEXT().getSymbol()), negated, span);
    }
    return is(left, (SentenceParser.IsNameContext) tree, span);
  }

  private Node compare(Node left, SentenceParser.CompareContext tree, Span span) {
    Operator operator = operator(tree.operator);
    boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    Node right = trees.values().value(tree.value(0));
    if (left instanceof Node.NullLiteral || right instanceof Node.NullLiteral) {
      throw nullComparison(left, right, operator, tree, span);
    }
    Optional<Node> within =
        tree.WITHIN() == null ? Optional.empty() : Optional.of(trees.values().value(tree.value(1)));
    if (within.isPresent() && !equality) {
      throw Refusal.of(
              Code.E0201,
              "`within` goes with `=` and `!=` only",
              Tokens.span(tree.WITHIN().getSymbol()))
          .help("write `abs(a - b) <= 5` for a distance, `between` for a range");
    }
    return new Node.Comparison(left, operator, right, within, Tokens.span(tree.operator), span);
  }

  private Refusal nullComparison(
      Node left, Node right, Operator operator, SentenceParser.CompareContext tree, Span span) {
    String test = operator == Operator.NOT_EQUAL ? "is not null" : "is null";
    Tokens tokens = trees.tokens();
    Span sign = Tokens.span(tree.operator);
    boolean nullOnTheRight = right instanceof Node.NullLiteral;
    String value =
        nullOnTheRight
            ? tokens.slice(new Span(span.start(), sign.start())).strip()
            : tokens.slice(tree.value(0));
    String corrected = value.isEmpty() ? test : value + " " + test;
    Span place = nullOnTheRight ? sign.to(right.span()) : left.span().to(sign);
    return Refusal.of(Code.E0503, "a comparison with null is never true", place)
        .help("write `" + corrected + "`");
  }

  private Node inList(Node left, SentenceParser.InListContext tree, boolean negated, Span span) {
    Span place = Tokens.span(tree);
    if (tree.value().isEmpty()) {
      throw Refusal.of(Code.E0504, "nothing is in an empty list", place)
          .help("put at least one value into the brackets");
    }
    Limits.list(tree.value().size(), place);
    return new Node.InList(left, trees.values().values(tree.value()), negated, span);
  }

  private Node inTable(Node left, SentenceParser.InTableContext tree, boolean negated, Span span) {
    List<SentenceParser.NameContext> all = tree.name();
    int several = tree.LEFT() == null ? 0 : tree.COMMA().size() + 1;
    int dotted = tree.DOT().size() + (several > 0 ? 0 : 1);
    int tableParts = several > 0 ? dotted : dotted - 1;
    if (tableParts == 0) {
      String name = all.get(0).getText();
      throw Refusal.of(
              Code.E0201, "`" + name + "` is not a column of a table", Tokens.span(all.get(0)))
          .help("write `in table.column`, such as `in " + name + ".id`, or a list in brackets");
    }
    Path table = trees.names().path(all.subList(0, tableParts));
    List<Name> columns = trees.names().names(all.subList(tableParts, all.size()));
    return new Node.InTable(left, table, columns, negated, span);
  }

  private Node is(Node left, SentenceParser.IsNameContext tree, Span span) {
    Name name =
        tree.name() == null
            ? NameTrees.word("null", Tokens.span(tree.NULL().getSymbol()))
            : trees.names().word(tree.name());
    List<Node> arguments = trees.values().values(tree.value());
    return new Node.Is(left, tree.NOT() != null, name, arguments, span);
  }

  private Node.TextLiteral text(Token token) {
    return trees.literals().text(token);
  }

  private Refusal misplacedNot(SentenceParser.TestContext tree) {
    String test = trees.tokens().slice(tree);
    return Refusal.of(
            Code.E0201,
            "`not` cannot stand before `" + tree.getStart().getText() + "`",
            Tokens.span(tree.getStart()))
        .help(
            tree instanceof SentenceParser.IsNameContext
                ? "write `is not " + test.replaceFirst("(?i)^is\\s+(not\\s+)?", "") + "`"
                : "put `not` before the whole comparison: `not a > b`");
  }

  private static Operator operator(Token token) {
    return switch (token.getType()) {
      case SentenceParser.LESS -> Operator.LESS;
      case SentenceParser.LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
      case SentenceParser.GREATER -> Operator.GREATER;
      case SentenceParser.GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
      case SentenceParser.EQUAL -> Operator.EQUAL;
      default -> Operator.NOT_EQUAL;
    };
  }
}
