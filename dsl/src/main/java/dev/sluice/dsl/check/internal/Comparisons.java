package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.check.internal.Alignment.Pair;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Operator;
import java.util.List;

/** {@code < <= > >= = !=}, {@code within} and {@code between}. */
final class Comparisons {

  private final Typing typing;
  private final Alignment alignment;
  private final Closeness closeness;

  Comparisons(Typing typing, Alignment alignment) {
    this.typing = typing;
    this.alignment = alignment;
    this.closeness = new Closeness(typing, alignment);
  }

  Expression comparison(Node.Comparison node, Scope scope) {
    typing.names().refuseBareText(node.left(), node.right(), scope);
    List<Operand> sides =
        typing.each(List.of(node.left(), node.right()), side -> operand(side, scope));
    if (node.within().isPresent()) {
      Expression close = closeness.within(sides.get(0), sides.get(1), node.within().get(), scope);
      return Folding.fold(node.operator() == Operator.EQUAL ? close : new Expression.Not(close));
    }
    return compare(node.operator(), sides.get(0), sides.get(1), scope);
  }

  private Operand operand(Node node, Scope scope) {
    return new Operand(typing.value(node, scope), node);
  }

  Expression compare(Operator operator, Operand left, Operand right, Scope scope) {
    boolean ordered = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
    Shares.check(left, right, scope);
    Pair pair = alignment.compared(left, right, ordered, scope);
    new Days(typing.diagnostics()).warn(operator, left, right, scope);
    return Folding.fold(new Compare(operator, pair.left(), pair.right()));
  }

  Expression between(Node.Between node, Scope scope) {
    List<Operand> parts =
        typing.each(List.of(node.value(), node.low(), node.high()), part -> operand(part, scope));
    Operand value = parts.get(0);
    Operand low = parts.get(1);
    Operand high = parts.get(2);
    List<Expression> ends =
        typing.each(
            List.of(Operator.GREATER_OR_EQUAL, Operator.LESS_OR_EQUAL),
            operator ->
                compare(operator, value, operator == Operator.LESS_OR_EQUAL ? high : low, scope));
    if (isFalse(compare(Operator.LESS_OR_EQUAL, low, high, scope))) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0504,
                  "no value lies between "
                      + Wording.of(node.low())
                      + " and "
                      + Wording.of(node.high()),
                  node.low().span().to(node.high().span()))
              .help(
                  "the smaller end comes first: "
                      + Wording.quoted(
                          "between "
                              + Wording.plain(node.high())
                              + " and "
                              + Wording.plain(node.low()))));
    }
    Expression both = new Expression.And(ends);
    return Folding.fold(node.negated() ? new Expression.Not(both) : both);
  }

  private static boolean isFalse(Expression expression) {
    return expression instanceof Constant constant && Boolean.FALSE.equals(constant.value());
  }
}
