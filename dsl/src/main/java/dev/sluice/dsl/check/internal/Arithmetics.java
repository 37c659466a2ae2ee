package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.check.internal.Alignment.Pair;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.type.Type;
import java.util.List;
import java.util.Optional;

/** {@code + - * /}, the minus sign, and the age of a moment. */
final class Arithmetics {

  private final Typing typing;
  private final Alignment alignment;

  Arithmetics(Typing typing, Alignment alignment) {
    this.typing = typing;
    this.alignment = alignment;
  }

  Expression arithmetic(Node.Arithmetic node, Scope scope) {
    List<Operand> sides =
        typing.each(
            List.of(node.left(), node.right()),
            side -> new Operand(typing.value(side, scope), side));
    Operand left = sides.get(0);
    Operand right = sides.get(1);
    return combine(function(node.operator()), left.value(), right.value())
        .orElseThrow(() -> Refusal.of(mismatch(node, left, right, scope)));
  }

  Expression negate(Node.Negate node, Scope scope) {
    Expression value = typing.value(node.operand(), scope);
    if (Unknown.is(value.type())) {
      return value;
    }
    Optional<Type> type = Functions.NEGATE.typing().result(List.of(value.type()));
    if (type.isEmpty()) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0502,
                  "only a number or a duration can have a minus sign",
                  node.operand().span())
              .caret("this is " + Wording.of(value.type())));
    }
    return Folding.fold(new Apply(Functions.NEGATE, List.of(value), type.get()));
  }

  /** {@code now() - moment}. */
  Expression age(Expression now, Operand moment, Scope scope) {
    Optional<Expression> age =
        moment.type().isMoment() || Unknown.is(moment.type())
            ? combine(Functions.SUBTRACT, now, moment.value())
            : Optional.empty();
    return age.orElseThrow(
        () ->
            Refusal.of(
                scope
                    .error(Code.E0502, "`age` takes a date or a timestamp", moment.node().span())
                    .caret("this is " + Wording.of(moment.type()))));
  }

  private Optional<Expression> combine(Function function, Expression left, Expression right) {
    if (Unknown.is(left.type()) || Unknown.is(right.type())) {
      return Optional.of(new Apply(function, List.of(left, right), Unknown.TYPE));
    }
    Optional<Pair> moments =
        left.type().isMoment() && right.type().isMoment()
            ? alignment.together(left, right)
            : Optional.empty();
    Pair pair = moments.orElse(new Pair(left, right));
    List<Expression> operands = List.of(pair.left(), pair.right());
    return function
        .typing()
        .result(operands.stream().map(Expression::type).toList())
        .map(type -> Folding.fold(new Apply(function, operands, type)));
  }

  private static Function function(Operator operator) {
    return switch (operator) {
      case ADD -> Functions.ADD;
      case SUBTRACT -> Functions.SUBTRACT;
      case MULTIPLY -> Functions.MULTIPLY;
      case DIVIDE -> Functions.DIVIDE;
      default -> throw new IllegalArgumentException(operator + " is not arithmetic");
    };
  }

  private static Diagnostic mismatch(
      Node.Arithmetic node, Operand left, Operand right, Scope scope) {
    String sign = "`" + node.operator().symbol() + "`";
    Diagnostic error =
        scope
            .error(
                Code.E0502,
                sign + " does not take " + Wording.types(List.of(left.type(), right.type())),
                node.operatorSpan())
            .label(scope.text().at(left.node().span()), "this is " + Wording.of(left.type()))
            .label(scope.text().at(right.node().span()), "this is " + Wording.of(right.type()));
    boolean text = left.type().is(Type.Family.TEXT) || right.type().is(Type.Family.TEXT);
    boolean moment = left.type().isMoment() || right.type().isMoment();
    boolean number = left.type().isNumber() || right.type().isNumber();
    if (text && node.operator() == Operator.ADD) {
      return error.help("texts are joined by `concat(a, b)`, and read by `number(text)`");
    } else if (text) {
      return error.help("a text is read as a number by `number(text)`");
    } else if (moment && number) {
      return error.help("a duration has a unit, such as `7 days`");
    }
    return error;
  }
}
