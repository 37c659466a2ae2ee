package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.syntax.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Values: arithmetic, columns, calls, brackets. */
final class ValueTrees {

  private final Trees trees;

  ValueTrees(Trees trees) {
    this.trees = trees;
  }

  List<Node> values(List<SentenceParser.ValueContext> list) {
    return list.stream().map(this::value).toList();
  }

  Node value(SentenceParser.ValueContext tree) {
    List<SentenceParser.ProductContext> parts = tree.product();
    Limits.operators(parts.size() - 1, Tokens.span(tree));
    Node result = product(parts.get(0));
    for (int index = 1; index < parts.size(); index++) {
      result = arithmetic(tree, index, parts.get(index), result, product(parts.get(index)));
    }
    return result;
  }

  private Node product(SentenceParser.ProductContext tree) {
    List<SentenceParser.SignedContext> parts = tree.signed();
    Limits.operators(parts.size() - 1, Tokens.span(tree));
    Node result = signed(parts.get(0));
    for (int index = 1; index < parts.size(); index++) {
      result = arithmetic(tree, index, parts.get(index), result, signed(parts.get(index)));
    }
    return result;
  }

  /** The operator before a part stands between the parts: parts and operators alternate. */
  private Node arithmetic(
      ParserRuleContext tree, int index, ParserRuleContext part, Node left, Node right) {
    Token sign = (Token) tree.getChild(2 * index - 1).getPayload();
    Span span = new Span(tree.getStart().getStartIndex(), part.getStop().getStopIndex() + 1);
    return new Node.Arithmetic(operator(sign, part, span), left, right, Tokens.span(sign), span);
  }

  private Operator operator(Token sign, ParserRuleContext right, Span span) {
    if (sign.getType() == SentenceParser.MODULO) {
      throw modulo(sign, right, span);
    }
    return switch (sign.getType()) {
      case SentenceParser.PLUS -> Operator.ADD;
      case SentenceParser.MINUS -> Operator.SUBTRACT;
      case SentenceParser.STAR -> Operator.MULTIPLY;
      default -> Operator.DIVIDE;
    };
  }

  private Refusal modulo(Token sign, ParserRuleContext right, Span span) {
    Tokens tokens = trees.tokens();
    String left = tokens.slice(new Span(span.start(), sign.getStartIndex())).strip();
    String call = "mod(" + left + ", " + tokens.slice(right) + ")";
    return Refusal.of(Code.E0202, "`%` does not divide here", Tokens.span(sign))
        .help(trees.reading().write(tokens.with(span, call), "write `" + call + "`"));
  }

  private Node signed(SentenceParser.SignedContext tree) {
    return tree.MINUS() == null
        ? primary(tree.primary())
        : new Node.Negate(signed(tree.signed()), Tokens.span(tree));
  }

  private Node primary(SentenceParser.PrimaryContext tree) {
    Span span = Tokens.span(tree);
    if (tree instanceof SentenceParser.LiteralValueContext literal) {
      return trees.literals().literal(literal.literal());
    }
    if (tree instanceof SentenceParser.NullValueContext) {
      return new Node.NullLiteral(span);
    }
    if (tree instanceof SentenceParser.ParameterContext) {
      return new Node.Parameter(tree.getText().substring(1), span);
    }
    if (tree instanceof SentenceParser.BracketedContext bracketed) {
      List<Node> items = trees.checks().checks(bracketed.check());
      return items.size() == 1 ? items.get(0) : new Node.Tuple(items, span);
    }
    if (tree instanceof SentenceParser.TypedTextContext typed) {
      return trees.literals().typed(typed);
    }
    if (tree instanceof SentenceParser.CallContext call) {
      return call(call, span);
    }
    if (tree instanceof SentenceParser.BareMetricContext bare) {
      Optional<Node.Source> source = Optional.of(source(bare.source()));
      Name name = trees.names().word(bare.name());
      return new Node.Call(metric(name), List.of(), Optional.empty(), source, true, span);
    }
    return column((SentenceParser.ColumnContext) tree, span);
  }

  private Node call(SentenceParser.CallContext tree, Span span) {
    SentenceParser.ArgumentsContext inside = tree.arguments();
    List<Node> checks = trees.checks().checks(inside.check());
    boolean filtered = inside.WHERE() != null;
    List<Node> arguments = filtered ? checks.subList(0, checks.size() - 1) : checks;
    Optional<Node> filter =
        filtered ? Optional.of(checks.get(checks.size() - 1)) : Optional.empty();
    Optional<Node.Source> source = Optional.ofNullable(tree.source()).map(this::source);
    Name name = metric(trees.names().word(tree.name()));
    boolean bare = checks.isEmpty() && isBareMetric(name);
    return new Node.Call(name, List.copyOf(arguments), filter, source, bare, span);
  }

  private Node.Source source(SentenceParser.SourceContext tree) {
    Optional<Node> filter =
        Optional.ofNullable(tree.check()).map(check -> trees.checks().check(check));
    return new Node.Source(trees.names().path(tree.path()), filter, Tokens.span(tree));
  }

  private Node column(SentenceParser.ColumnContext tree, Span span) {
    List<SentenceParser.NameContext> parts = tree.name();
    int last = parts.size() - 1;
    if (last > 0) {
      Path table = trees.names().path(parts.subList(0, last));
      return new Node.Column(Optional.of(table), trees.names().name(parts.get(last)), span);
    }
    Name written = trees.names().name(parts.get(0));
    return isBareMetric(written)
        ? new Node.Call(metric(written), List.of(), Optional.empty(), Optional.empty(), true, span)
        : new Node.Column(Optional.empty(), trees.names().column(parts.get(0)), span);
  }

  private static Name metric(Name name) {
    return isBareMetric(name)
        ? new Name(name.text().toLowerCase(Locale.ROOT), false, name.span())
        : name;
  }

  /** Whether a name without brackets and quotes is a metric. */
  static boolean isBareMetric(Name name) {
    return !name.quoted()
        && (name.text().equalsIgnoreCase("row_count")
            || name.text().equalsIgnoreCase("column_count"));
  }
}
