package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/**
 * Comparisons. Databases hold NaN to be equal to itself and above every number, Sluice holds a
 * comparison with NaN to be false ({@code !=}: true); where the two differ a guard is added. Null
 * on either side stays null: a guard never decides a row whose other side is null.
 */
final class Comparisons {

  private static final String NOT_A_NUMBER = "CAST('NaN' AS {double})";

  private final Terms terms;

  Comparisons(Terms terms) {
    this.terms = terms;
  }

  RexNode of(Compare compare, RexNode left, RexNode right) {
    RexNode plain =
        terms.term("{0} " + sql(compare.operator()) + " {1}", Type.BOOLEAN, left, right);
    boolean leftGuard = canBeNaN(compare.left());
    boolean rightGuard = canBeNaN(compare.right());
    return switch (compare.operator()) {
      case LESS, LESS_OR_EQUAL ->
          rightGuard ? unlessNaN(plain, right, left, compare.left()) : plain;
      case GREATER, GREATER_OR_EQUAL ->
          leftGuard ? unlessNaN(plain, left, right, compare.right()) : plain;
      case EQUAL ->
          leftGuard && rightGuard ? unlessNaN(plain, left, right, compare.right()) : plain;
      case NOT_EQUAL ->
          leftGuard && rightGuard ? orNaN(plain, left, right, compare.right()) : plain;
      default -> throw new IllegalArgumentException(compare.operator() + " does not compare");
    };
  }

  /** False where the value is NaN, null where the other side is. */
  private RexNode unlessNaN(RexNode plain, RexNode value, RexNode other, Expression otherSide) {
    RexNode isNumber = terms.term("{0} <> " + NOT_A_NUMBER, Type.BOOLEAN, value);
    return terms.and(
        List.of(
            plain,
            otherSide instanceof Constant
                ? isNumber
                : terms.or(List.of(isNumber, terms.isNull(other)))));
  }

  private RexNode orNaN(RexNode plain, RexNode value, RexNode other, Expression otherSide) {
    RexNode isNaN = terms.term("{0} = " + NOT_A_NUMBER, Type.BOOLEAN, value);
    return terms.or(
        List.of(
            plain,
            otherSide instanceof Constant
                ? isNaN
                : terms.and(List.of(isNaN, terms.isNotNull(other)))));
  }

  private boolean canBeNaN(Expression expression) {
    if (!terms.hasNaN() || !expression.type().is(Family.DOUBLE)) {
      return false;
    }
    if (expression instanceof Constant constant) {
      Object value = constant.value();
      return value instanceof Double aDouble && aDouble.isNaN();
    }
    return true;
  }

  private static String sql(Operator operator) {
    return operator == Operator.NOT_EQUAL ? "<>" : operator.symbol();
  }
}
