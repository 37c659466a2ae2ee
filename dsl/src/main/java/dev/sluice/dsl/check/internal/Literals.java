package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Literals to constants. */
final class Literals {

  private static final BigDecimal MICROSECONDS = BigDecimal.valueOf(1_000);

  private Literals() {}

  static Constant literal(Node node, Scope scope) {
    if (node instanceof Node.NumberLiteral number) {
      return number(number, scope);
    } else if (node instanceof Node.TextLiteral text) {
      return new Constant(text.value(), Type.TEXT);
    } else if (node instanceof Node.BooleanLiteral truth) {
      return new Constant(truth.value(), Type.BOOLEAN);
    } else if (node instanceof Node.DateLiteral date) {
      return new Constant(date.value(), Type.DATE);
    } else if (node instanceof Node.TimestampLiteral timestamp) {
      return new Constant(timestamp.value(), Type.TIMESTAMP);
    } else if (node instanceof Node.InstantLiteral instant) {
      return new Constant(instant.value().toInstant(), Type.TIMESTAMPTZ);
    } else if (node instanceof Node.DurationLiteral duration) {
      return duration(duration, scope);
    } else if (node instanceof Node.Tuple) {
      throw Refusal.of(
          scope
              .error(Code.E0502, "several values in brackets cannot stand here", node.span())
              .help("they stand before `is unique` and `in`: `(a, b) is unique`"));
    }
    throw Refusal.of(
        scope
            .error(Code.E0503, "`null` is not a value that can be used here", node.span())
            .help("`x is null` asks for it, and `coalesce(x, y)` replaces it"));
  }

  private static Constant number(Node.NumberLiteral node, Scope scope) {
    BigDecimal value = node.percent() ? node.value().movePointLeft(2) : node.value();
    boolean exponent = node.text().contains("e") || node.text().contains("E");
    boolean point = node.text().contains(".");
    if (!Bounds.holds(value)) {
      double approximate = value.doubleValue();
      if (exponent && Double.isFinite(approximate) && approximate != 0) {
        return new Constant(approximate, Type.DOUBLE);
      }
      throw Refusal.of(
          scope
              .error(Code.E0507, "this number has more digits than can be compared", node.span())
              .help("a number has at most " + Bounds.DIGITS + " digits"));
    }
    return exponent || point || node.percent()
        ? new Constant(plain(value), Type.DECIMAL)
        : new Constant(value.setScale(0), Type.INTEGER);
  }

  /** Without zeros at the end of the fraction, so that equal numbers are equal constants. */
  static BigDecimal plain(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static Constant duration(Node.DurationLiteral node, Scope scope) {
    BigDecimal limit = BigDecimal.valueOf(Bounds.LONGEST.toMillis());
    BigDecimal unit = BigDecimal.valueOf(node.unit().milliseconds());
    // compared before it is multiplied: an exponent of millions would be written out
    if (node.amount().compareTo(limit.divide(unit, RoundingMode.DOWN)) > 0) {
      throw Refusal.of(scope.error(Code.E0507, "a duration has at most 10000 years", node.span()));
    }
    BigDecimal microseconds = node.amount().multiply(unit).multiply(MICROSECONDS);
    if (microseconds.stripTrailingZeros().scale() > 0) {
      throw Refusal.of(
          scope.error(Code.E0507, "a duration is counted in whole microseconds", node.span()));
    }
    return new Constant(
        Duration.of(microseconds.longValueExact(), ChronoUnit.MICROS), Type.DURATION);
  }
}
