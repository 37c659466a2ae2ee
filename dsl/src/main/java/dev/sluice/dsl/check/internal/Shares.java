package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.syntax.Node;
import java.math.BigDecimal;

/** A share lies between 0 and 1: a larger number beside it is a percentage without its sign. */
final class Shares {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Shares() {}

  static void check(Operand left, Operand right, Scope scope) {
    if (isShare(left)) {
      refuseAboveOne(right, scope);
    } else if (isShare(right)) {
      refuseAboveOne(left, scope);
    }
  }

  private static boolean isShare(Operand operand) {
    return operand.value() instanceof Measure measure && measure.metric() == Metric.SHARE;
  }

  private static void refuseAboveOne(Operand operand, Scope scope) {
    if (!(operand.node() instanceof Node.NumberLiteral number)) {
      return;
    }
    if (number.percent() && number.value().compareTo(HUNDRED) > 0) {
      throw Refusal.of(
          scope.error(Code.E0507, "`" + number.text() + "` is more than 100%", number.span()));
    }
    if (!number.percent() && number.value().compareTo(BigDecimal.ONE) > 0) {
      throw Refusal.of(
          scope
              .error(Code.E0205, "`" + number.text() + "` has no unit", number.span())
              .caret("a share lies between 0 and 1")
              .help("write `" + number.text() + "%`"));
    }
  }
}
