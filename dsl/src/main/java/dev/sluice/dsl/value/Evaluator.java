package dev.sluice.dsl.value;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.pattern.JavaPatterns;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an expression means: SQL's three-valued logic, null for NULL and for "undecided".
 *
 * <p>A comparison with NaN is false, {@code !=} true; null goes first. Infinities compare as
 * numbers. A double compares with a number of another type as doubles do, all else exactly.
 */
public final class Evaluator {

  private final Row row;
  private final Measures measures;

  private Evaluator(Row row, Measures measures) {
    this.row = row;
    this.measures = measures;
  }

  /**
   * The value of an expression for one row, or of a table statement for {@link Row#NONE}.
   *
   * @throws ArithmeticException when a moment or duration goes beyond what there is
   */
  public static @Nullable Object evaluate(Expression expression, Row row, Measures measures) {
    return new Evaluator(row, measures).value(expression);
  }

  /**
   * The value of a constant expression.
   *
   * @throws IllegalStateException when it reads a column or a metric
   * @throws ArithmeticException when a moment or duration goes beyond what there is
   */
  public static @Nullable Object constant(Expression expression) {
    return evaluate(expression, Row.NONE, Measures.NONE);
  }

  private @Nullable Object value(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return constant.value();
    }
    if (expression instanceof Expression.ColumnValue columnValue) {
      return row.value(columnValue.name());
    }
    if (expression instanceof Expression.Apply apply) {
      return apply(apply);
    }
    if (expression instanceof Expression.And and) {
      return connective(and.parts(), false);
    }
    if (expression instanceof Expression.Or or) {
      return connective(or.parts(), true);
    }
    if (expression instanceof Expression.Not not) {
      Object operand = value(not.operand());
      return operand == null ? null : !(Boolean) operand;
    }
    if (expression instanceof Expression.IsNull isNull) {
      return value(isNull.operand()) == null;
    }
    if (expression instanceof Expression.Measure measure) {
      return measures.measure(measure);
    }
    return statement(expression);
  }

  private @Nullable Boolean statement(Expression expression) {
    if (expression instanceof Expression.Compare compare) {
      Object left = value(compare.left());
      Object right = value(compare.right());
      return (left == null || right == null) ? null : compare(compare.operator(), left, right);
    }
    if (expression instanceof Expression.In in) {
      return in(in);
    }
    if (expression instanceof Expression.Like like) {
      Object text = value(like.value());
      return text == null ? null : Patterns.like(like).matcher((String) text).matches();
    }
    if (expression instanceof Expression.Matches matches) {
      Object text = value(matches.value());
      return text == null
          ? null
          : JavaPatterns.of(matches.pattern()).matcher((String) text).matches();
    }
    return measures.holds(expression);
  }

  private @Nullable Object apply(Expression.Apply apply) {
    List<@Nullable Object> arguments = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    for (Expression argument : apply.arguments()) {
      Object value = value(argument);
      if (value == null && !apply.function().lenient()) {
        return null;
      }
      arguments.add(value);
      types.add(argument.type());
    }
    return apply.function().body().apply(arguments, types, apply.type());
  }

  /** And ({@code decisive} false) or or (true): the decisive value wins, then null. */
  private @Nullable Boolean connective(List<Expression> parts, boolean decisive) {
    boolean undecided = false;
    for (Expression part : parts) {
      Object value = value(part);
      if (value == null) {
        undecided = true;
      } else if ((Boolean) value == decisive) {
        return decisive;
      }
    }
    return undecided ? null : !decisive;
  }

  private @Nullable Boolean in(Expression.In in) {
    Object value = value(in.value());
    if (value == null) {
      return null;
    }
    boolean undecided = false;
    for (Expression.Constant item : in.items()) {
      Object wanted = item.value();
      if (wanted == null) {
        undecided = true;
      } else if (compare(Operator.EQUAL, value, wanted)) {
        return true;
      }
    }
    return undecided ? null : false;
  }

  /**
   * A comparison as sentences mean it, of two values that are not null.
   *
   * @throws IllegalArgumentException for an operator that compares nothing
   */
  public static boolean compare(Operator operator, Object left, Object right) {
    if (ValueOrder.unordered(left, right)) {
      return operator == Operator.NOT_EQUAL;
    }
    int order = ValueOrder.compare(left, right);
    return switch (operator) {
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE ->
          throw new IllegalArgumentException("not a comparison: " + operator);
    };
  }
}
