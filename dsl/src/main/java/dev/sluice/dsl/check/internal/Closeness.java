package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.check.internal.Alignment.Pair;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * {@code a = b within t}. A percentage is relative to the right side, {@code abs(a - b) <= t *
 * abs(b)}; any other value is absolute.
 */
final class Closeness {

  private static final Function ABSOLUTE = Functions.of("abs");

  private final Typing typing;
  private final Alignment alignment;

  Closeness(Typing typing, Alignment alignment) {
    this.typing = typing;
    this.alignment = alignment;
  }

  Expression within(Operand left, Operand right, Node node, Scope scope) {
    Operand tolerance = new Operand(typing.value(node, scope), node);
    Pair pair = alignment.compared(left, right, true, scope);
    refuseNegative(tolerance, scope);
    if (Unknown.is(pair.left().type()) || Unknown.is(pair.right().type())) {
      return new Compare(Operator.EQUAL, pair.left(), pair.right());
    }
    boolean relative = node instanceof Node.NumberLiteral number && number.percent();
    Type type = pair.left().type();
    if (type.isNumber() && (tolerance.type().isNumber() || Unknown.is(tolerance.type()))) {
      Expression bound =
          relative
              ? apply(Functions.MULTIPLY, tolerance.value(), absolute(pair.right()))
              : tolerance.value();
      return new Compare(
          Operator.LESS_OR_EQUAL,
          absolute(apply(Functions.SUBTRACT, pair.left(), pair.right())),
          bound);
    }
    boolean times = type.isMoment() || type.is(Type.Family.DURATION);
    if (times && (tolerance.type().is(Type.Family.DURATION) || Unknown.is(tolerance.type()))) {
      Expression forward = apply(Functions.SUBTRACT, pair.left(), pair.right());
      Expression backward = apply(Functions.SUBTRACT, pair.right(), pair.left());
      return new Expression.And(
          List.of(
              new Compare(Operator.LESS_OR_EQUAL, forward, tolerance.value()),
              new Compare(Operator.LESS_OR_EQUAL, backward, tolerance.value())));
    }
    String wanted =
        times
            ? "moments are near within a duration, such as `5 minutes`"
            : "numbers are near within a number or a percentage, moments within a duration";
    throw Refusal.of(
        scope
            .error(
                Code.E0501,
                "`within " + Wording.plain(node) + "` does not fit " + Wording.of(left.node()),
                node.span())
            .caret("this is " + Wording.of(tolerance.type()))
            .label(scope.text().at(left.node().span()), "this is " + Wording.of(left.type()))
            .help(wanted));
  }

  private static void refuseNegative(Operand tolerance, Scope scope) {
    if (tolerance.value() instanceof Constant constant && isNegative(constant)) {
      throw Refusal.of(
          scope.error(Code.E0507, "`within` takes nothing below zero", tolerance.node().span()));
    }
  }

  private static boolean isNegative(Constant constant) {
    Object value = constant.value();
    return (value instanceof BigDecimal number && number.signum() < 0)
        || (value instanceof Double approximate && approximate < 0)
        || (value instanceof Duration duration && duration.isNegative());
  }

  private static Expression absolute(Expression value) {
    return apply(ABSOLUTE, value);
  }

  private static Expression apply(Function function, Expression... arguments) {
    List<Expression> given = List.of(arguments);
    Type type =
        function
            .typing()
            .result(given.stream().map(Expression::type).toList())
            .orElseThrow(() -> new IllegalStateException(function + " does not take " + given));
    return Folding.fold(new Apply(function, given, type));
  }
}
