package dev.sluice.dsl.function;

import static dev.sluice.dsl.function.Arguments.exact;
import static dev.sluice.dsl.function.Arguments.number;
import static dev.sluice.dsl.function.Arguments.value;
import static dev.sluice.dsl.function.Arguments.whole;
import static dev.sluice.dsl.function.Typings.INTEGER;
import static dev.sluice.dsl.function.Typings.NUMBER;
import static dev.sluice.dsl.function.Typings.TEXT;

import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions of numbers. Integers and decimals are computed exactly. */
final class NumberFunctions {

  /**
   * What {@code number(text)} reads, in the portable subset of regular expressions. The lengths
   * keep every such text within the range of a double, so that no database can overflow on it.
   */
  static final String NUMERAL = "[+\\-]?[0-9]{1,150}(?:\\.[0-9]{1,150})?(?:[eE][+\\-]?[0-9]{1,2})?";

  private static final Pattern NUMERAL_PATTERN = Pattern.compile(NUMERAL);

  private NumberFunctions() {}

  static final List<Function> ALL =
      List.of(
          Define.strict(
              "abs",
              "abs(number)",
              "the number without its sign",
              Typings.likeFirst(List.of(NUMBER)),
              (arguments, types, result) -> {
                Object value = value(arguments, 0);
                return value instanceof BigDecimal exact ? exact.abs() : Math.abs((Double) value);
              }),
          Define.strict(
              "sign",
              "sign(number)",
              "-1, 0 or 1; 0 for NaN",
              Typings.of(Type.INTEGER, List.of(NUMBER)),
              (arguments, types, result) -> BigDecimal.valueOf(sign(value(arguments, 0)))),
          Define.strict(
              "round",
              "round(number[, digits])",
              "rounded to digits after the point (0 without, negative: before it), halves away from"
                  + " zero; of a double, number * 10^digits is rounded and divided again",
              Typings.any(
                  Typings.likeFirst(List.of(NUMBER)), Typings.likeFirst(List.of(NUMBER, INTEGER))),
              new Function.ConstantArgument(1, NumberFunctions::digitsComplaint),
              (arguments, types, result) ->
                  round(
                      value(arguments, 0),
                      arguments.size() == 2 ? whole(arguments, 1) : 0,
                      result)),
          Define.strict(
              "floor",
              "floor(number)",
              "the largest whole number not above; of a decimal an integer",
              NumberFunctions::wholeType,
              (arguments, types, result) ->
                  toWhole(value(arguments, 0), RoundingMode.FLOOR, Math::floor)),
          Define.strict(
              "ceil",
              "ceil(number)",
              "the smallest whole number not below; of a decimal an integer",
              NumberFunctions::wholeType,
              (arguments, types, result) ->
                  toWhole(value(arguments, 0), RoundingMode.CEILING, Math::ceil)),
          Define.strict(
              "div",
              "div(integer, integer)",
              "the quotient without its fraction (towards zero); null when divided by 0",
              Typings.of(Type.INTEGER, List.of(INTEGER, INTEGER)),
              (arguments, types, result) ->
                  exact(arguments, 1).signum() == 0
                      ? null
                      : exact(arguments, 0).divide(exact(arguments, 1), 0, RoundingMode.DOWN)),
          Define.strict(
              "mod",
              "mod(integer, integer)",
              "the rest of the division, with the sign of the first; null when divided by 0",
              Typings.of(Type.INTEGER, List.of(INTEGER, INTEGER)),
              (arguments, types, result) ->
                  exact(arguments, 1).signum() == 0
                      ? null
                      : exact(arguments, 0).remainder(exact(arguments, 1))),
          Define.strict(
              "sqrt",
              "sqrt(number)",
              "the square root as a double; null of a negative number",
              Typings.of(Type.DOUBLE, List.of(NUMBER)),
              (arguments, types, result) ->
                  number(arguments, 0) < 0 ? null : Math.sqrt(number(arguments, 0))),
          Define.strict(
              "ln",
              "ln(number)",
              "the natural logarithm as a double; null of 0 and of a negative number",
              Typings.of(Type.DOUBLE, List.of(NUMBER)),
              (arguments, types, result) ->
                  number(arguments, 0) <= 0 ? null : Math.log(number(arguments, 0))),
          Define.strict(
              "exp",
              "exp(number)",
              "e to the power of the number as a double; null when it is too large for one",
              Typings.of(Type.DOUBLE, List.of(NUMBER)),
              (arguments, types, result) -> {
                double value = number(arguments, 0);
                return finite(Math.exp(value), Double.isFinite(value));
              }),
          Define.strict(
              "power",
              "power(number, number)",
              "the first to the power of the second as a double; null when that is not a real"
                  + " number, or too large for a double",
              Typings.of(Type.DOUBLE, List.of(NUMBER, NUMBER)),
              (arguments, types, result) -> {
                double base = number(arguments, 0);
                double exponent = number(arguments, 1);
                if (base < 0 && Double.isFinite(exponent) && exponent % 1 != 0) {
                  return null;
                }
                return finite(
                    Math.pow(base, exponent), Double.isFinite(base) && Double.isFinite(exponent));
              }),
          Define.strict(
              "number",
              "number(text)",
              "the number that the text spells, as a double: sign, up to 150 digits, a point and up"
                  + " to 150 digits, an exponent of up to 2 digits (all but the first digits may"
                  + " be missing); null for any other text; a number stays itself",
              Typings.any(
                  Typings.of(Type.DOUBLE, List.of(TEXT)), Typings.likeFirst(List.of(NUMBER))),
              (arguments, types, result) -> parse(value(arguments, 0))));

  private static int sign(Object value) {
    if (value instanceof BigDecimal exact) {
      return exact.signum();
    }
    double number = (Double) value;
    return number > 0 ? 1 : number < 0 ? -1 : 0;
  }

  private static Optional<String> digitsComplaint(Object value) {
    BigDecimal digits = (BigDecimal) value;
    return digits.abs().compareTo(BigDecimal.valueOf(30)) > 0
        ? Optional.of("the digits of `round` lie between -30 and 30")
        : Optional.empty();
  }

  private static Optional<Type> wholeType(List<Type> types) {
    if (!Typings.fits(types, List.of(NUMBER))) {
      return Optional.empty();
    }
    return Optional.of(types.get(0).is(Family.DOUBLE) ? Type.DOUBLE : Type.INTEGER);
  }

  private static Object toWhole(Object value, RoundingMode mode, DoubleUnaryOperator ofDouble) {
    return value instanceof BigDecimal exact
        ? exact.setScale(0, mode)
        : ofDouble.applyAsDouble((Double) value);
  }

  private static Object round(Object value, int digits, Type result) {
    if (value instanceof BigDecimal exact) {
      BigDecimal rounded = exact.setScale(Math.min(digits, exact.scale()), RoundingMode.HALF_UP);
      return rounded.scale() < 0 || result.is(Family.INTEGER) ? rounded.setScale(0) : rounded;
    }
    double number = (Double) value;
    double power = Math.pow(10, Math.abs(digits));
    double shifted = digits < 0 ? number / power : number * power;
    if (!Double.isFinite(shifted)) {
      return number;
    }
    double whole = shifted < 0 ? Math.ceil(shifted) : Math.floor(shifted);
    if (Math.abs(shifted - whole) >= 0.5) {
      whole += Math.signum(shifted);
    }
    return digits < 0 ? whole * power : whole / power;
  }

  private static @Nullable Double finite(double result, boolean expected) {
    return expected && !Double.isFinite(result) ? null : result;
  }

  private static @Nullable Object parse(Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    return NUMERAL_PATTERN.matcher(text).matches() ? Double.valueOf(text) : null;
  }
}
