package dev.sluice.dsl.function;

import static dev.sluice.dsl.function.Arguments.value;

import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.dsl.type.ValueOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions that choose among values. */
final class LogicFunctions {

  private LogicFunctions() {}

  static final List<Function> ALL =
      List.of(
          Define.lenient(
              "coalesce",
              "coalesce(value, value, ...)",
              "the first of the values that is not null",
              Typings.common(type -> !type.is(Family.NULL) && !type.is(Family.OTHER)),
              (arguments, types, result) -> {
                for (Object argument : arguments) {
                  if (argument != null) {
                    return as(argument, result);
                  }
                }
                return null;
              }),
          Define.lenient(
              "if",
              "if(check, value, value)",
              "the first value where the check is true, else (also where it is undecided) the"
                  + " second",
              types ->
                  types.size() == 3 && Typings.BOOLEAN.test(types.get(0))
                      ? Typings.common(types.subList(1, 3))
                      : Optional.empty(),
              (arguments, types, result) -> {
                Object chosen = arguments.get(Boolean.TRUE.equals(arguments.get(0)) ? 1 : 2);
                return chosen == null ? null : as(chosen, result);
              }),
          Define.strict(
              "greatest",
              "greatest(value, value, ...)",
              "the largest of the values; null when one of them is null; NaN is above every number",
              Typings.common(Typings.ORDERED),
              (arguments, types, result) -> extreme(arguments, result, 1)),
          Define.strict(
              "least",
              "least(value, value, ...)",
              "the smallest of the values; null when one of them is null; NaN is above every number",
              Typings.common(Typings.ORDERED),
              (arguments, types, result) -> extreme(arguments, result, -1)));

  private static Object extreme(List<@Nullable Object> arguments, Type result, int direction) {
    Object found = as(value(arguments, 0), result);
    for (int i = 1; i < arguments.size(); i++) {
      Object next = as(value(arguments, i), result);
      if (ValueOrder.compare(next, found) * direction > 0) {
        found = next;
      }
    }
    return found;
  }

  /** The value as one of the wider type. */
  private static Object as(Object value, Type type) {
    return value instanceof BigDecimal exact && type.is(Family.DOUBLE)
        ? exact.doubleValue()
        : value;
  }
}
