package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.value.Evaluator;

/** Works out what can be known before any data is read. */
final class Folding {

  private Folding() {}

  /** A constant where no column and no metric takes part; else the expression as it is. */
  static Expression fold(Expression expression) {
    if (expression instanceof Constant
        || Unknown.is(expression.type())
        || Level.of(expression) != Level.CONSTANT) {
      return expression;
    }
    return new Constant(Evaluator.constant(expression), expression.type());
  }
}
