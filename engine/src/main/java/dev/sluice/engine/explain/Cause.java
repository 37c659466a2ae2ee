package dev.sluice.engine.explain;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Operands;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.type.Type.Family;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Something in a check that can be NULL by itself: a column, a metric, or a function that has no
 * value for some arguments.
 */
record Cause(Expression expression) {

  private static final Set<String> DIVISIONS = Set.of("/", "div", "mod");
  private static final Set<String> READINGS = Set.of("number", "date", "timestamp");
  private static final Set<String> CURVES = Set.of("sqrt", "ln", "exp", "power");
  private static final Set<Metric> COUNTS =
      Set.of(
          Metric.ROW_COUNT,
          Metric.COLUMN_COUNT,
          Metric.COUNT,
          Metric.DISTINCT_COUNT,
          Metric.DUPLICATE_COUNT);

  /** The cause that an expression is itself, whatever it is made of. */
  static Optional<Cause> of(Expression expression) {
    boolean nullable =
        expression instanceof Expression.ColumnValue
            || (expression instanceof Expression.Measure measure
                && !COUNTS.contains(measure.metric()))
            || (expression instanceof Expression.Apply apply && isPartial(apply));
    return nullable ? Optional.of(new Cause(expression)) : Optional.empty();
  }

  /** All in an expression, in order of appearance; what stands inside a metric is its own. */
  static Set<Cause> in(Expression expression) {
    Set<Cause> found = new LinkedHashSet<>();
    collect(expression, found);
    return found;
  }

  private static void collect(Expression expression, Set<Cause> found) {
    if (!(expression instanceof Expression.Measure)) {
      Operands.of(expression).forEach(each -> collect(each, found));
    }
    of(expression).ifPresent(found::add);
  }

  private static boolean isPartial(Expression.Apply apply) {
    String name = apply.function().name();
    if (DIVISIONS.contains(name)) {
      boolean other =
          apply.arguments().get(1) instanceof Expression.Constant constant
              && constant.value() instanceof Number divisor
              && divisor.doubleValue() != 0;
      return !other;
    }
    boolean reads = READINGS.contains(name) && apply.arguments().get(0).type().is(Family.TEXT);
    return reads || CURVES.contains(name);
  }

  boolean isColumn() {
    return expression instanceof Expression.ColumnValue;
  }

  /** What is so when the cause is there; of a column and a metric without "is NULL". */
  String name(Function<Expression, String> metrics) {
    if (expression instanceof Expression.ColumnValue column) {
      return "`" + column.name() + "`";
    }
    if (expression instanceof Expression.Apply apply) {
      String name = apply.function().name();
      if (DIVISIONS.contains(name)) {
        return "it divides by 0";
      }
      return READINGS.contains(name)
          ? "`" + name + "` cannot read its text"
          : "`" + name + "` has no value for its argument";
    }
    return "`" + metrics.apply(expression) + "`";
  }
}
