package dev.sluice.engine.explain;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.expression.Operands;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.type.Type.Family;
import java.util.Set;

/** Whether NaN, of which no comparison but {@code !=} is true, violates a check. */
final class NotANumber {

  private static final Set<Operator> ORDERS =
      Set.of(Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL);

  private NotANumber() {}

  /** True when words such as "less than 5" leave it out. */
  static boolean violates(Expression check) {
    return violates(check, true);
  }

  private static boolean violates(Expression check, boolean wanted) {
    if (check instanceof Expression.Not not) {
      return violates(not.operand(), !wanted);
    }
    if (check instanceof Expression.And || check instanceof Expression.Or) {
      return Operands.of(check).stream().anyMatch(part -> violates(part, wanted));
    }
    return wanted
        && check instanceof Expression.Compare compare
        && ORDERS.contains(compare.operator())
        && (canBe(compare.left()) || canBe(compare.right()));
  }

  private static boolean canBe(Expression value) {
    boolean[] found = {false};
    Expressions.walk(
        value,
        each ->
            found[0] |= each instanceof Expression.ColumnValue && each.type().is(Family.DOUBLE));
    return found[0] && value.type().is(Family.DOUBLE);
  }
}
