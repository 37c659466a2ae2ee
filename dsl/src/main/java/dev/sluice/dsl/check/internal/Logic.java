package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.syntax.Node;
import java.util.List;

/** {@code and}, {@code or} and {@code not}. */
final class Logic {

  private final Typing typing;

  Logic(Typing typing) {
    this.typing = typing;
  }

  Expression typed(Node node, Scope scope) {
    if (node instanceof Node.Not not) {
      return Folding.fold(new Expression.Not(typing.check(not.operand(), scope)));
    }
    boolean conjunction = node instanceof Node.And;
    List<Node> parts = conjunction ? ((Node.And) node).parts() : ((Node.Or) node).parts();
    List<Expression> typed =
        typing.each(parts, part -> judged(part, typing.check(part, scope), conjunction, scope));
    return Folding.fold(conjunction ? new Expression.And(typed) : new Expression.Or(typed));
  }

  private Expression judged(Node part, Expression typed, boolean conjunction, Scope scope) {
    if (!(typed instanceof Constant constant) || Trees.readsVariable(part)) {
      return typed;
    }
    if (Boolean.TRUE.equals(constant.value())) {
      typing
          .diagnostics()
          .add(
              scope
                  .error(Code.W0002, Wording.of(part) + " is always true", part.span())
                  .asWarning());
    } else if (conjunction) {
      throw Refusal.of(scope.error(Code.E0504, Wording.of(part) + " is never true", part.span()));
    }
    return typed;
  }
}
