package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.engine.plan.Measurement.Result.Tallied;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Measurement.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A percentile on one side of a limit, told by a count of the values on that side instead of by
 * their order. For exact numbers of at most fifteen digits, of the table itself, compared with a
 * constant. It can only tell that the statement is true: where the count leaves it open, the
 * percentile is taken.
 *
 * <p>The percentile of n values lies between those at the places floor(k) and ceil(k) of their
 * order, k = share * (n - 1), counted from 0.
 *
 * @param value the percentile
 * @param tally counts the values that are not on the right side of the limit
 * @param fromBelow whether the values on the right side are the lowest ones
 */
public record PercentileScreen(Value value, Tally tally, BigDecimal share, boolean fromBelow) {

  /** The rule's name. */
  public static final String NAME = "percentile screen";

  private static final int MOST_DIGITS = 15;

  /** Places are computed in doubles by most databases, and may be one off. */
  private static final BigDecimal LEEWAY = BigDecimal.ONE;

  /**
   * The screen of a statement about a table that compares this metric.
   *
   * @param value the only metric of the statement
   */
  public static Optional<PercentileScreen> of(Expression check, Value value) {
    Measure measure = value.measure();
    Optional<BigDecimal> share = share(measure);
    if (share.isEmpty()
        || !(check instanceof Compare compare)
        || !compare.left().equals(measure)
        || !(compare.right() instanceof Constant limit)
        || measure.table().isPresent()
        || !isFew(limit.value())
        || !isExact(measure.arguments().get(0).type())) {
      return Optional.empty();
    }
    Operator operator = compare.operator();
    boolean below = operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
    boolean above = operator == Operator.GREATER || operator == Operator.GREATER_OR_EQUAL;
    Expression number = measure.arguments().get(0);
    Measurement.Scope scope = measure.filter().map(value.scope()::within).orElse(value.scope());
    return below || above
        ? Optional.of(
            new PercentileScreen(
                value,
                new Tally(scope, new Compare(operator, number, limit), List.of()),
                share.get(),
                below))
        : Optional.empty();
  }

  private static Optional<BigDecimal> share(Measure measure) {
    if (measure.metric() == Metric.MEDIAN) {
      return Optional.of(new BigDecimal("0.5"));
    }
    return measure.metric() == Metric.PERCENTILE
            && measure.arguments().get(1) instanceof Constant share
            && share.value() instanceof BigDecimal exact
        ? Optional.of(exact)
        : Optional.empty();
  }

  private static boolean isExact(Type type) {
    return type.is(Family.INTEGER)
        || (type.is(Family.DECIMAL) && type.precision() > 0 && type.precision() <= MOST_DIGITS);
  }

  private static boolean isFew(@Nullable Object value) {
    return value instanceof BigDecimal number
        && number.stripTrailingZeros().precision() <= MOST_DIGITS;
  }

  /** Whether the statement is true whatever the percentile is. */
  public boolean isSurelyTrue(Tallied counted) {
    long values = counted.rows() - counted.undecided();
    long right = values - counted.violations();
    if (values == 0 || right == values) {
      return values > 0;
    }
    BigDecimal place = share.multiply(BigDecimal.valueOf(values - 1));
    BigDecimal needed =
        fromBelow
            ? place.setScale(0, RoundingMode.CEILING).add(LEEWAY)
            : BigDecimal.valueOf(values)
                .subtract(place.setScale(0, RoundingMode.FLOOR).subtract(LEEWAY));
    return BigDecimal.valueOf(right).compareTo(needed) > 0;
  }
}
