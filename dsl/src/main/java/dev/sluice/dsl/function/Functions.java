package dev.sluice.dsl.function;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All functions there are.
 *
 * <p>Functions of dates and times take no timestamp with zone: what it shows depends on the zone of
 * the suite. Whoever types a call turns such an argument into local time by {@link #TO_LOCAL} when
 * the call does not fit without.
 */
public final class Functions {

  public static final Function ADD = Operators.ADD;
  public static final Function SUBTRACT = Operators.SUBTRACT;
  public static final Function MULTIPLY = Operators.MULTIPLY;
  public static final Function DIVIDE = Operators.DIVIDE;
  public static final Function NEGATE = Operators.NEGATE;

  /** A date as the timestamp at which it starts. */
  public static final Function TO_TIMESTAMP = Conversions.TO_TIMESTAMP;

  /** A date or timestamp as an instant; the zone is a constant second argument. */
  public static final Function TO_INSTANT = Conversions.TO_INSTANT;

  /** An instant as a timestamp without zone; the zone is a constant second argument. */
  public static final Function TO_LOCAL = Conversions.TO_LOCAL;

  public static final Function TO_DOUBLE = Conversions.TO_DOUBLE;

  /** Also callable, as {@code text(value)}. */
  public static final Function TO_TEXT = Conversions.TO_TEXT;

  /** Typed like a function; its value is a constant of the run, it has no body. */
  public static final Function NOW = TimeFunctions.NOW;

  /** Typed like a function; it stands for {@code now() - moment}, it has no body. */
  public static final Function AGE = TimeFunctions.AGE;

  /** The name of the function whose second argument is a pattern that is searched for. */
  public static final String REGEX_REPLACE = "regex_replace";

  private static final List<Function> INTERNAL =
      List.of(
          ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, TO_TIMESTAMP, TO_INSTANT, TO_LOCAL, TO_DOUBLE);

  private static final Map<String, Function> BY_NAME = byName();

  private Functions() {}

  /** The function that a sentence calls by this name, in any case. */
  public static Optional<Function> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The function that is known to have this name. */
  public static Function of(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("no function is named " + name));
  }

  /** What sentences can call, formats included. */
  public static List<Function> all() {
    return List.copyOf(BY_NAME.values());
  }

  /** Operators and conversions, which have no name that a sentence could call. */
  public static List<Function> internal() {
    return INTERNAL;
  }

  /** The format of {@code is NAME}: {@code email} gives {@code is_email}. */
  public static Optional<Function> format(String name) {
    return find("is_" + name);
  }

  private static Map<String, Function> byName() {
    Map<String, Function> found = new LinkedHashMap<>();
    Stream.of(
            TextFunctions.ALL,
            NumberFunctions.ALL,
            TimeFunctions.ALL,
            LogicFunctions.ALL,
            List.of(TO_TEXT),
            Formats.ALL)
        .flatMap(List::stream)
        .forEach(function -> found.put(function.name(), function));
    return found;
  }
}
