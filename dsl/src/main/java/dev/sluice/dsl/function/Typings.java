package dev.sluice.dsl.function;

import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Typings put together from what each argument may be. */
final class Typings {

  static final Predicate<Type> TEXT = type -> type.is(Family.TEXT);
  static final Predicate<Type> INTEGER = type -> type.is(Family.INTEGER);
  static final Predicate<Type> BOOLEAN = type -> type.is(Family.BOOLEAN);
  static final Predicate<Type> DURATION = type -> type.is(Family.DURATION);
  static final Predicate<Type> NUMBER = Type::isNumber;
  static final Predicate<Type> MOMENT = Type::isMoment;
  static final Predicate<Type> DATE = type -> type.is(Family.DATE);
  static final Predicate<Type> TIMESTAMP = type -> type.is(Family.TIMESTAMP);
  static final Predicate<Type> INSTANT = type -> type.is(Family.TIMESTAMPTZ);

  /** What has hours, minutes and seconds of its own. */
  static final Predicate<Type> CLOCK = TIMESTAMP.or(type -> type.is(Family.TIME));

  /** A date or a timestamp without zone: what has a calendar and a clock of its own. */
  static final Predicate<Type> LOCAL = DATE.or(TIMESTAMP);

  /** Types with an order: numbers, text, moments, times, durations. */
  static final Predicate<Type> ORDERED =
      type -> type.isNumber() || type.isMoment() || TEXT.test(type) || timeLike(type);

  /** Types whose values can be told apart on every database. */
  static final Predicate<Type> COMPARABLE =
      type ->
          ORDERED.test(type)
              || BOOLEAN.test(type)
              || type.is(Family.UUID)
              || type.is(Family.BINARY);

  /** Types whose text is the same on every database. */
  static final Predicate<Type> PLAIN =
      type ->
          TEXT.test(type)
              || DATE.test(type)
              || INTEGER.test(type)
              || BOOLEAN.test(type)
              || type.is(Family.UUID);

  /** All but the type of null itself. */
  static final Predicate<Type> COUNTABLE = type -> !type.is(Family.NULL);

  private Typings() {}

  private static boolean timeLike(Type type) {
    return type.is(Family.TIME) || type.is(Family.DURATION);
  }

  /** Exactly these arguments, always with the same result. */
  static Function.Typing of(Type result, List<Predicate<Type>> arguments) {
    return types -> fits(types, arguments) ? Optional.of(result) : Optional.empty();
  }

  /** Exactly these arguments; the result is of the first one's type. */
  static Function.Typing likeFirst(List<Predicate<Type>> arguments) {
    return types -> fits(types, arguments) ? Optional.of(types.get(0)) : Optional.empty();
  }

  /** The first typing that fits. */
  static Function.Typing any(Function.Typing first, Function.Typing second) {
    return types -> first.result(types).or(() -> second.result(types));
  }

  /** Two arguments or more of one common type, which is the result's. */
  static Function.Typing common(Predicate<Type> each) {
    return types ->
        types.size() >= 2 && types.stream().allMatch(each) ? common(types) : Optional.empty();
  }

  /**
   * The type that can hold values of all: the same one, or of numbers the wider. Types of one
   * family that differ in precision have the family's plain type in common.
   */
  static Optional<Type> common(List<Type> types) {
    Type found = types.get(0);
    for (Type type : types.subList(1, types.size())) {
      if (found.equals(type)) {
        continue;
      }
      if (found.isNumber() && type.isNumber()) {
        found = wider(found, type);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /** The type of a number computed from two. */
  static Type wider(Type left, Type right) {
    if (left.is(Family.DOUBLE) || right.is(Family.DOUBLE)) {
      return Type.DOUBLE;
    }
    return left.is(Family.DECIMAL) || right.is(Family.DECIMAL) ? Type.DECIMAL : Type.INTEGER;
  }

  static boolean fits(List<Type> types, List<Predicate<Type>> wanted) {
    if (types.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      if (!wanted.get(i).test(types.get(i))) {
        return false;
      }
    }
    return true;
  }
}
