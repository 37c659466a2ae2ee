package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.type.Type;

/**
 * Tells of a day that is asked to reach or to equal a moment: it counts from its start, and so lies
 * before every later moment of the same day, which is seldom what was meant.
 */
record Days(Diagnostics diagnostics) {

  void warn(Operator operator, Operand left, Operand right, Scope scope) {
    boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    boolean first = (equality || operator == Operator.GREATER_OR_EQUAL) && are(left, right);
    boolean second = (equality || operator == Operator.LESS_OR_EQUAL) && are(right, left);
    if (!first && !second) {
      return;
    }
    Operand day = first ? left : right;
    Operand moment = first ? right : left;
    String written = Wording.plain(day.node());
    String whole = "date(" + Wording.plain(moment.node()) + ")";
    String sign = operator.symbol();
    diagnostics.add(
        scope
            .error(
                Code.W0004,
                Wording.of(day.node())
                    + " counts from its start: it lies before any later moment of the same day",
                left.node().span().to(right.node().span()))
            .help(
                "to compare days write "
                    + Wording.quoted(
                        first
                            ? written + " " + sign + " " + whole
                            : whole + " " + sign + " " + written))
            .asWarning());
  }

  /** Both change from row to row: what a literal or a parameter says is known. */
  private static boolean are(Operand day, Operand moment) {
    boolean later =
        moment.type().is(Type.Family.TIMESTAMP) || moment.type().is(Type.Family.TIMESTAMPTZ);
    return day.type().is(Type.Family.DATE)
        && later
        && !(day.value() instanceof Constant)
        && !(moment.value() instanceof Constant);
  }
}
