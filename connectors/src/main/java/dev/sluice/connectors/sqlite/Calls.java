package dev.sluice.connectors.sqlite;

import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls of the language's functions that SQLite makes through {@link CallFunction}: each function
 * with each list of types, under a number.
 */
final class Calls {

  /** A function of arguments of these types. */
  record Call(Function function, List<Type> types, Type result) {}

  private static final int MOST = 3;

  private static final List<Type> TYPES =
      List.of(
          Type.TEXT,
          Type.INTEGER,
          Type.DECIMAL,
          Type.DOUBLE,
          Type.BOOLEAN,
          Type.DATE,
          Type.TIME,
          Type.TIMESTAMP,
          Type.TIMESTAMPTZ,
          Type.DURATION,
          Type.UUID,
          Type.JSON);

  /** What SQL says well enough, of any number of arguments too. */
  private static final Set<String> IN_SQL =
      Set.of(
          "length",
          "trim",
          "ltrim",
          "rtrim",
          "replace",
          "starts_with",
          "contains",
          "concat",
          "is_empty",
          "coalesce",
          "if",
          "greatest",
          "least",
          "to double");

  private static final List<Call> ALL = new ArrayList<>();
  private static final Map<String, String> TEMPLATES = new LinkedHashMap<>();

  static {
    Stream.concat(Functions.all().stream(), Functions.internal().stream())
        .filter(function -> !IN_SQL.contains(function.name()))
        .filter(function -> function != Functions.NOW && function != Functions.AGE)
        .forEach(function -> add(function, List.of()));
  }

  private Calls() {}

  private static void add(Function function, List<Type> types) {
    if (!types.isEmpty() && !isPlain(function, types)) {
      Optional<Type> result = function.typing().result(types);
      result.ifPresent(type -> put(new Call(function, types, type)));
    }
    if (types.size() < MOST) {
      for (Type next : TYPES) {
        List<Type> more = new ArrayList<>(types);
        more.add(next);
        add(function, List.copyOf(more));
      }
    }
  }

  /** Arithmetic of doubles is SQL's own. */
  private static boolean isPlain(Function function, List<Type> types) {
    return switch (function.name()) {
      case "+", "-", "*" -> types.contains(Type.DOUBLE) && types.stream().allMatch(Type::isNumber);
      case "/" -> types.stream().allMatch(Type::isNumber);
      default -> false;
    };
  }

  private static void put(Call call) {
    List<String> words =
        call.types.stream().map(type -> type.family().name().toLowerCase(Locale.ROOT)).toList();
    StringBuilder template = new StringBuilder("sluice_call(").append(ALL.size());
    for (int index = 0; index < words.size(); index++) {
      template.append(", {").append(index).append("}");
    }
    TEMPLATES.put(
        call.function.name() + "(" + String.join(", ", words) + ")",
        template.append(")").toString());
    ALL.add(call);
  }

  static Call of(int number) {
    return ALL.get(number);
  }

  /** How each call is written. */
  static Map<String, String> templates() {
    return TEMPLATES;
  }
}
