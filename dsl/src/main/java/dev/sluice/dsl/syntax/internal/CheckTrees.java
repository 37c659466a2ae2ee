package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks: {@code and}, {@code or}, {@code not}, and a value with its test. */
final class CheckTrees {

  private final Trees trees;

  /** What stood left of the test before: the likely subject of a test that has none. */
  private Optional<String> before = Optional.empty();

  CheckTrees(Trees trees) {
    this.trees = trees;
  }

  List<Node> checks(List<SentenceParser.CheckContext> list) {
    return list.stream().map(this::check).toList();
  }

  Node check(SentenceParser.CheckContext tree) {
    if (tree.conjunction().size() == 1) {
      return conjunction(tree.conjunction(0));
    }
    List<Node> parts = new ArrayList<>();
    for (SentenceParser.ConjunctionContext each : tree.conjunction()) {
      Node part = conjunction(each);
      parts.addAll(part instanceof Node.Or or ? or.parts() : List.of(part));
    }
    return new Node.Or(List.copyOf(parts), Tokens.span(tree));
  }

  private Node conjunction(SentenceParser.ConjunctionContext tree) {
    if (tree.negation().size() == 1) {
      return negation(tree.negation(0));
    }
    List<Node> parts = new ArrayList<>();
    for (SentenceParser.NegationContext each : tree.negation()) {
      Node part = negation(each);
      parts.addAll(part instanceof Node.And and ? and.parts() : List.of(part));
    }
    return new Node.And(List.copyOf(parts), Tokens.span(tree));
  }

  private Node negation(SentenceParser.NegationContext tree) {
    if (tree.NOT() == null) {
      return comparison(tree.comparison(), false);
    }
    SentenceParser.ComparisonContext inner = tree.negation().comparison();
    if (inner != null && inner.bareTest() != null && TestTrees.takesNot(inner.bareTest().test())) {
      return comparison(inner, true);
    }
    Node operand = negation(tree.negation());
    if (operand instanceof Node.NullLiteral) {
      boolean alone = trees.reading().subject().isPresent();
      throw Refusal.of(Code.E0503, "`not null` is written `is not null`", Tokens.span(tree))
          .help(alone ? "write `is not null`" : "write `column is not null`");
    }
    return new Node.Not(operand, Tokens.span(tree));
  }

  /** {@code negated} belongs to a test without a value: {@code not in (1, 2)}. */
  private Node comparison(SentenceParser.ComparisonContext tree, boolean negated) {
    if (tree.bareTest() != null) {
      return bare(tree.bareTest(), negated);
    }
    Node value = trees.values().value(tree.value());
    List<SentenceParser.AnyTestContext> tests = tree.anyTest();
    if (tests.isEmpty()) {
      return value;
    }
    before = Optional.of(trees.tokens().slice(tree.value()));
    if (tests.size() > 1) {
      throw new Chains(trees.tokens()).refusal(tree.value(), tests);
    }
    Span span = Tokens.span(tree);
    boolean not = tests.get(0).NOT() != null;
    return trees.tests().test(value, tests.get(0).test(), not, span);
  }

  private Node bare(SentenceParser.BareTestContext tree, boolean negated) {
    Span place = Tokens.span(tree.getStart());
    Node subject =
        trees
            .reading()
            .subject()
            .map(name -> trees.names().subject(name, place))
            .orElseThrow(() -> withoutValue(tree, negated));
    if (!tree.anyTest().isEmpty()) {
      throw Refusal.of(Code.E0202, "two tests in a row", Tokens.span(tree.anyTest(0)))
          .help("join tests with `and`, and name the column by `value` in the second");
    }
    return trees.tests().test(subject, tree.test(), negated, Tokens.span(tree));
  }

  private Refusal withoutValue(SentenceParser.BareTestContext tree, boolean negated) {
    String test = (negated ? "not " : "") + trees.tokens().slice(tree.test());
    String sign = tree.getStart().getText();
    return Refusal.of(
            Code.E0201, "`" + sign + "` has no value on its left", Tokens.span(tree.getStart()))
        .help("write `" + before.orElse("column") + " " + Tokens.cut(test) + "`");
  }
}
