package dev.sluice.dsl.function;

import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.value.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a call written as text, {@code round(2.5, 1)}, for tables of tests. Literals: {@code
 * 'text'} with {@code \n} escapes left to Java, {@code 1}, {@code 1.5}, {@code 1.5d}, {@code NaN},
 * {@code Infinity}, {@code true}, dates, timestamps, instants with Z, times, {@code <90 minutes>},
 * {@code null:text}.
 */
final class Call {

  private static final Pattern CALL =
      Pattern.compile("([a-z_+*/\\- ]+?)\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern ARGUMENT =
      Pattern.compile("'((?:[^']|'')*)'|<([^>]*)>|([^,'\\s]+)", Pattern.DOTALL);

  private Call() {}

  /** The value and its type as text, {@code NULL text}; {@code refused} when it is not typed. */
  static String evaluate(String call) {
    Matcher matcher = CALL.matcher(call);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(call);
    }
    String name = matcher.group(1);
    Function function =
        Functions.find(name)
            .or(
                () ->
                    Functions.internal().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst())
            .orElseThrow(() -> new IllegalArgumentException("no function " + name));
    List<@Nullable Object> values = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    Matcher argument = ARGUMENT.matcher(matcher.group(2));
    while (argument.find()) {
      if (argument.group(1) != null) {
        add(values, types, argument.group(1).replace("''", "'"), Type.TEXT);
      } else if (argument.group(2) != null) {
        add(values, types, seconds(argument.group(2)), Type.DURATION);
      } else {
        literal(argument.group(3), values, types);
      }
    }
    Optional<Type> result = function.typing().result(types);
    if (result.isEmpty()) {
      return "refused";
    }
    boolean missing = values.contains(null) && !function.lenient();
    Object value = missing ? null : function.body().apply(values, types, result.get());
    return Values.text(value) + " " + result.get().text();
  }

  private static java.time.Duration seconds(String text) {
    return java.time.Duration.parse(
        "PT" + text.replace(" ", "").toUpperCase(java.util.Locale.ROOT));
  }

  private static void literal(String text, List<@Nullable Object> values, List<Type> types) {
    if (text.startsWith("null:")) {
      types.add(type(text.substring(5)));
      values.add(null);
    } else if (text.equals("true") || text.equals("false")) {
      add(values, types, text.equals("true"), Type.BOOLEAN);
    } else if (text.matches("-?[0-9]+(e[0-9]+)?")) {
      add(values, types, new BigDecimal(text).setScale(0), Type.INTEGER);
    } else if (text.matches("-?[0-9]+\\.[0-9]+")) {
      add(values, types, new BigDecimal(text), Type.DECIMAL);
    } else if (text.matches("-?[0-9.]+(e-?[0-9]+)?d|NaN|-?Infinity")) {
      add(values, types, Double.valueOf(text.replace("d", "")), Type.DOUBLE);
    } else if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      add(values, types, LocalDate.parse(text), Type.DATE);
    } else if (text.endsWith("Z")) {
      add(values, types, Instant.parse(text), Type.TIMESTAMPTZ);
    } else if (text.contains("T")) {
      add(values, types, LocalDateTime.parse(text), Type.TIMESTAMP);
    } else if (text.contains(":")) {
      add(values, types, LocalTime.parse(text), Type.TIME);
    } else {
      throw new IllegalArgumentException(text);
    }
  }

  private static void add(
      List<@Nullable Object> values, List<Type> types, Object value, Type type) {
    values.add(value);
    types.add(type);
  }

  private static Type type(String word) {
    return List.of(
            Type.TEXT,
            Type.INTEGER,
            Type.DECIMAL,
            Type.DOUBLE,
            Type.BOOLEAN,
            Type.DATE,
            Type.TIMESTAMP,
            Type.JSON,
            Type.NULL)
        .stream()
        .filter(each -> each.text().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
