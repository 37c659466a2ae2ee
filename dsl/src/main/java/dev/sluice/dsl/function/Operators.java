package dev.sluice.dsl.function;

import static dev.sluice.dsl.function.Arguments.number;
import static dev.sluice.dsl.function.Arguments.value;
import static dev.sluice.dsl.function.Typings.DURATION;
import static dev.sluice.dsl.function.Typings.NUMBER;

import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic. A date plus a duration is a timestamp: a date counts from its start. A duration is an
 * exact time, a day always 24 hours.
 */
final class Operators {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  static final Function ADD =
      Define.strict(
          "+",
          "a + b",
          "numbers; a moment and a duration; durations",
          types -> sum(types, false),
          (arguments, types, result) -> {
            Object left = value(arguments, 0);
            Object right = value(arguments, 1);
            if (right instanceof Duration duration) {
              return left instanceof Duration other ? other.plus(duration) : shift(left, duration);
            }
            return result.is(Family.DOUBLE)
                ? number(arguments, 0) + number(arguments, 1)
                : ((BigDecimal) left).add((BigDecimal) right);
          });

  static final Function SUBTRACT =
      Define.strict(
          "-",
          "a - b",
          "numbers; a duration from a moment or a duration; two moments of one type",
          types -> sum(types, true),
          (arguments, types, result) -> {
            Object left = value(arguments, 0);
            Object right = value(arguments, 1);
            if (right instanceof Duration duration) {
              return left instanceof Duration other
                  ? other.minus(duration)
                  : shift(left, duration.negated());
            }
            if (result.is(Family.DURATION)) {
              return between(right, left);
            }
            return result.is(Family.DOUBLE)
                ? number(arguments, 0) - number(arguments, 1)
                : ((BigDecimal) left).subtract((BigDecimal) right);
          });

  static final Function MULTIPLY =
      Define.strict(
          "*",
          "a * b",
          "numbers; a duration and a number, to the nearest microsecond",
          Operators::product,
          (arguments, types, result) -> {
            Object left = value(arguments, 0);
            Object right = value(arguments, 1);
            if (left instanceof Duration duration) {
              return scale(duration, right);
            }
            if (right instanceof Duration duration) {
              return scale(duration, left);
            }
            return result.is(Family.DOUBLE)
                ? number(arguments, 0) * number(arguments, 1)
                : ((BigDecimal) left).multiply((BigDecimal) right);
          });

  static final Function DIVIDE =
      Define.strict(
          "/",
          "a / b",
          "real division of two numbers or two durations, as a double; null when divided by 0",
          Typings.any(
              Typings.of(Type.DOUBLE, List.of(NUMBER, NUMBER)),
              Typings.of(Type.DOUBLE, List.of(DURATION, DURATION))),
          (arguments, types, result) -> {
            double divisor = plain(value(arguments, 1));
            return divisor == 0 ? null : plain(value(arguments, 0)) / divisor;
          });

  static final Function NEGATE =
      Define.strict(
          "negate",
          "-a",
          "the number or duration with the other sign",
          Typings.likeFirst(List.of(NUMBER.or(DURATION))),
          (arguments, types, result) -> {
            Object value = value(arguments, 0);
            if (value instanceof Duration duration) {
              return duration.negated();
            }
            return value instanceof BigDecimal exact ? exact.negate() : -(Double) value;
          });

  private Operators() {}

  private static Optional<Type> sum(List<Type> types, boolean difference) {
    if (types.size() != 2) {
      return Optional.empty();
    }
    Type left = types.get(0);
    Type right = types.get(1);
    if (left.isNumber() && right.isNumber()) {
      return Optional.of(Typings.wider(left, right));
    }
    if (right.is(Family.DURATION) && (left.isMoment() || left.is(Family.DURATION))) {
      return Optional.of(left.is(Family.DATE) ? Type.TIMESTAMP : left);
    }
    return difference && left.isMoment() && left.equals(right)
        ? Optional.of(Type.DURATION)
        : Optional.empty();
  }

  private static Optional<Type> product(List<Type> types) {
    if (Typings.fits(types, List.of(NUMBER, NUMBER))) {
      return Optional.of(Typings.wider(types.get(0), types.get(1)));
    }
    return Typings.fits(types, List.of(DURATION, NUMBER))
            || Typings.fits(types, List.of(NUMBER, DURATION))
        ? Optional.of(Type.DURATION)
        : Optional.empty();
  }

  private static Object shift(Object moment, Duration by) {
    try {
      if (moment instanceof LocalDate localDate) {
        return localDate.atStartOfDay().plus(by);
      }
      return moment instanceof LocalDateTime local ? local.plus(by) : ((Instant) moment).plus(by);
    } catch (DateTimeException beyond) {
      ArithmeticException wrapped = new ArithmeticException("a moment beyond the calendar");
      wrapped.initCause(beyond);
      throw wrapped;
    }
  }

  private static Duration between(Object from, Object to) {
    if (from instanceof LocalDate localDate) {
      return Duration.ofDays(((LocalDate) to).toEpochDay() - localDate.toEpochDay());
    }
    return from instanceof LocalDateTime local
        ? Duration.between(local, (LocalDateTime) to)
        : Duration.between((Instant) from, (Instant) to);
  }

  private static @Nullable Duration scale(Duration duration, Object by) {
    if (by instanceof Double factor && !Double.isFinite(factor)) {
      return null;
    }
    BigDecimal exact = by instanceof Double factor ? new BigDecimal(factor) : (BigDecimal) by;
    BigDecimal micros = microseconds(duration).multiply(exact).setScale(0, RoundingMode.HALF_UP);
    return Duration.ofSeconds(0)
        .plusSeconds(micros.divideToIntegralValue(MILLION).longValueExact())
        .plusNanos(micros.remainder(MILLION).longValueExact() * 1_000);
  }

  private static double plain(Object value) {
    return value instanceof Duration other
        ? microseconds(other).doubleValue()
        : ((Number) value).doubleValue();
  }

  private static BigDecimal microseconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds())
        .multiply(MILLION)
        .add(BigDecimal.valueOf(duration.getNano(), 3));
  }
}
