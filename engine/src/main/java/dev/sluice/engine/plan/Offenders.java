package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.And;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.In;
import dev.sluice.dsl.expression.Expression.Or;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.engine.plan.Measurement.Tally;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys at fault of a check.
 *
 * @param rows how many rows have them
 * @param keys each once, the values of its parts in their order, without those of the groups; when
 *     there are more than {@link KeyScan#MOST}, some of them
 */
public record Offenders(long rows, List<List<@Nullable Object>> keys) {

  /** No key is at fault. */
  public static final Offenders NONE = new Offenders(0, List.of());

  /** What is bound at most, in characters: beyond that a text is cheaper looked for again. */
  private static final int LONGEST = 1_000_000;

  /** Keys of several parts that are written out one by one. */
  private static final int MOST_WHOLE = 100;

  private static final int LAST_YEAR = 9_999;

  public Offenders {
    keys = List.copyOf(keys);
  }

  /** One key, which stands for any: with it a statement can be shown before it is needed. */
  public static Offenders example(Tally tally) {
    List<@Nullable Object> key = new ArrayList<>();
    for (Expression part : Parts.of(tally.check())) {
      key.add(
          switch (part.type().family()) {
            case INTEGER, DECIMAL -> BigDecimal.ZERO;
            case TEXT -> "";
            case DATE -> LocalDate.EPOCH;
            case TIMESTAMP -> LocalDate.EPOCH.atStartOfDay();
            case UUID -> new UUID(0, 0);
            // of no family that can be bound: it is left out, as the keys that it stands for
            default -> true;
          });
    }
    return new Offenders(1, List.of(key));
  }

  /** Whether no key is at fault. */
  public boolean isNone() {
    return rows == 0;
  }

  /**
   * A statement about a row, true for all rows at fault.
   *
   * @param exact whether it is true for no other
   */
  public record Narrowing(Expression statement, boolean exact) {}

  /**
   * What is known of the rows at fault. Absent when there are too many keys, or values that would
   * not come back as what they were.
   */
  public Optional<Narrowing> narrowing(Tally tally) {
    if (isNone() || keys.size() > KeyScan.MOST) {
      return Optional.empty();
    }
    List<Expression> parts = new ArrayList<>();
    List<Expression> key = Parts.of(tally.check());
    int length = 0;
    for (int place = 0; place < key.size(); place++) {
      Set<Object> values = new LinkedHashSet<>();
      for (List<@Nullable Object> each : keys) {
        Object value = each.get(place);
        if (value != null) {
          values.add(value);
          length += value instanceof String text ? text.length() : 1;
        }
      }
      Expression part = key.get(place);
      if (length <= LONGEST && values.stream().allMatch(Offenders::comesBack)) {
        parts.add(
            new In(part, values.stream().map(value -> new Constant(value, part.type())).toList()));
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    boolean whole = tally.per().isEmpty() && parts.size() == key.size();
    if (whole && key.size() > 1 && keys.size() <= MOST_WHOLE) {
      parts.add(oneOf(key));
      return Optional.of(new Narrowing(new And(parts), true));
    }
    return Optional.of(
        new Narrowing(parts.size() == 1 ? parts.get(0) : new And(parts), whole && key.size() == 1));
  }

  /** The key is one of those at fault as a whole. */
  private Expression oneOf(List<Expression> key) {
    List<Expression> any = new ArrayList<>();
    for (List<@Nullable Object> values : keys) {
      List<Expression> equal = new ArrayList<>();
      for (int place = 0; place < key.size(); place++) {
        Expression part = key.get(place);
        equal.add(new Compare(Operator.EQUAL, part, new Constant(values.get(place), part.type())));
      }
      any.add(new And(equal));
    }
    return any.size() == 1 ? any.get(0) : new Or(any);
  }

  private static boolean comesBack(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.precision() <= 38 && number.scale() >= 0 && number.scale() <= 38;
    }
    if (value instanceof String text) {
      return text.indexOf('\0') < 0;
    }
    if (value instanceof LocalDate date) {
      return date.getYear() > 0 && date.getYear() <= LAST_YEAR;
    }
    if (value instanceof LocalDateTime moment) {
      return moment.getYear() > 0
          && moment.getYear() <= LAST_YEAR
          && moment.get(ChronoField.NANO_OF_SECOND) % 1_000 == 0;
    }
    return value instanceof UUID;
  }
}
