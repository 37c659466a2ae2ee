package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.type.Type;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A function with its arguments. */
final class Application {

  private Application() {}

  /**
   * @param shown how the sentence calls it
   */
  static Expression of(
      Function function, List<Node> nodes, Span span, String shown, Typing typing, Scope scope) {
    List<Operand> operands =
        typing.each(nodes, node -> new Operand(typing.value(node, scope), node));
    List<Expression> values = operands.stream().map(Operand::value).toList();
    if (values.stream().anyMatch(each -> Unknown.is(each.type()))) {
      boolean statement = function.name().startsWith("is_");
      return new Apply(function, values, statement ? Type.BOOLEAN : Unknown.TYPE);
    }
    Expression applied =
        apply(function, values)
            .or(() -> apply(function, finest(values, typing.given().zone())))
            .or(() -> apply(function, local(values, typing.given().zone())))
            .orElseThrow(() -> Refusal.of(Misfit.of(function, operands, span, shown, scope)));
    refuseVariable(function, operands, shown, scope);
    return Folding.fold(applied);
  }

  private static Optional<Expression> apply(Function function, List<Expression> values) {
    return function
        .typing()
        .result(values.stream().map(Expression::type).toList())
        .map(type -> new Apply(function, values, type));
  }

  /** Moments of several types as the finest of them. */
  private static List<Expression> finest(List<Expression> values, ZoneId zone) {
    Type.Family finest =
        values.stream()
            .map(Expression::type)
            .filter(Type::isMoment)
            .map(Type::family)
            .max(Type.Family::compareTo)
            .orElse(Type.Family.DATE);
    Alignment alignment = new Alignment(zone);
    return finest == Type.Family.DATE
        ? values
        : values.stream()
            .map(each -> each.type().isMoment() ? alignment.moment(each, finest) : each)
            .toList();
  }

  /** Instants as what clocks of the suite's zone show. */
  private static List<Expression> local(List<Expression> values, ZoneId zone) {
    return values.stream()
        .map(each -> each.type().is(Type.Family.TIMESTAMPTZ) ? Alignment.local(each, zone) : each)
        .toList();
  }

  private static void refuseVariable(
      Function function, List<Operand> operands, String shown, Scope scope) {
    if (function.constant().isEmpty()) {
      return;
    }
    Function.ConstantArgument rule = function.constant().get();
    if (rule.index() >= operands.size()) {
      return;
    }
    Operand operand = operands.get(rule.index());
    if (!(operand.value() instanceof Constant constant)) {
      throw Refusal.of(
          scope.error(
              Code.E0502,
              "`" + shown + "` needs a value that does not change from row to row here",
              operand.node().span()));
    }
    if (constant.value() == null) {
      return;
    }
    rule.rule()
        .complaint(constant.value())
        .ifPresent(
            complaint -> {
              throw Refusal.of(scope.error(Code.E0507, complaint, operand.node().span()));
            });
  }
}
