package dev.sluice.dsl.function;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of a strict function, as the Java classes of their types. */
final class Arguments {

  private Arguments() {}

  static Object value(List<@Nullable Object> arguments, int index) {
    return Objects.requireNonNull(arguments.get(index));
  }

  static String text(List<@Nullable Object> arguments, int index) {
    return (String) value(arguments, index);
  }

  /** An integer or decimal. */
  static BigDecimal exact(List<@Nullable Object> arguments, int index) {
    return (BigDecimal) value(arguments, index);
  }

  /** A number of any type as a double. */
  static double number(List<@Nullable Object> arguments, int index) {
    return ((Number) value(arguments, index)).doubleValue();
  }

  /** An integer within the range of int; what lies outside becomes the nearest end. */
  static int whole(List<@Nullable Object> arguments, int index) {
    BigDecimal exact = exact(arguments, index);
    BigDecimal low = BigDecimal.valueOf(Integer.MIN_VALUE);
    BigDecimal high = BigDecimal.valueOf(Integer.MAX_VALUE);
    return exact.max(low).min(high).intValue();
  }
}
