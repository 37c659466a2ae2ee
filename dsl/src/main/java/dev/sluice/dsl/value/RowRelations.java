package dev.sluice.dsl.value;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.dsl.type.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a row stands to the others of its scope, or to another table's. */
final class RowRelations {

  private record Entry(Object by, Object value, int position) {}

  private final Scope scope;
  private final Map<Expression, Map<List<Object>, Integer>> frequencies = new HashMap<>();
  private final Map<Expression, Set<List<Object>>> keys = new HashMap<>();
  private final Map<Expression, Map<Integer, Boolean>> orders = new HashMap<>();

  RowRelations(Scope scope) {
    this.scope = scope;
  }

  /** Null when undecided. */
  @Nullable Boolean holds(Expression relation, int position) {
    if (relation instanceof Expression.Unique unique) {
      return unique(unique, position);
    }
    if (relation instanceof Expression.Among among) {
      return among(among, position);
    }
    if (relation instanceof Expression.Ordered ordered) {
      return orders.computeIfAbsent(ordered, unused -> order(ordered)).get(position);
    }
    throw new IllegalArgumentException("not a statement about rows: " + relation);
  }

  private @Nullable Boolean unique(Expression.Unique unique, int position) {
    Map<List<Object>, Integer> counts = frequencies.get(unique);
    if (counts == null) {
      counts = new HashMap<>();
      for (int i = 0; i < scope.size(); i++) {
        Optional<List<Object>> key = key(unique.key(), List.of(), i);
        if (key.isPresent()) {
          counts.merge(key.get(), 1, Integer::sum);
        }
      }
      frequencies.put(unique, counts);
    }
    Optional<List<Object>> key = key(unique.key(), List.of(), position);
    return key.isEmpty() ? null : counts.getOrDefault(key.get(), 0) == 1;
  }

  private @Nullable Boolean among(Expression.Among among, int position) {
    List<Boolean> asDouble = new ArrayList<>();
    for (int i = 0; i < among.key().size(); i++) {
      asDouble.add(
          among.key().get(i).type().is(Family.DOUBLE)
              || column(among.table(), among.columns().get(i)).type().is(Family.DOUBLE));
    }
    Set<List<Object>> known = keys.computeIfAbsent(among, unused -> known(among, asDouble));
    return key(among.key(), asDouble, position).map(known::contains).orElse(null);
  }

  private Set<List<Object>> known(Expression.Among among, List<Boolean> asDouble) {
    Scope other = scope.other(among.table());
    Set<List<Object>> found = new HashSet<>();
    for (int i = 0; i < other.size(); i++) {
      List<@Nullable Object> values = new ArrayList<>();
      for (String column : among.columns()) {
        values.add(other.row(i).value(column));
      }
      comparable(values, asDouble).ifPresent(found::add);
    }
    return found;
  }

  private Map<Integer, Boolean> order(Expression.Ordered ordered) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < scope.size(); i++) {
      Object by = scope.value(ordered.by(), i);
      Object value = scope.value(ordered.value(), i);
      if (by != null && value != null) {
        entries.add(new Entry(by, value, i));
      }
    }
    entries.sort(
        Comparator.comparing(Entry::by, ValueOrder::compare)
            .thenComparing(Entry::value, ValueOrder::compare));
    Operator operator =
        ordered.descending()
            ? (ordered.strict() ? Operator.LESS : Operator.LESS_OR_EQUAL)
            : (ordered.strict() ? Operator.GREATER : Operator.GREATER_OR_EQUAL);
    Map<Integer, Boolean> met = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      met.put(
          entry.position(),
          i == 0 || Evaluator.compare(operator, entry.value(), entries.get(i - 1).value()));
    }
    return met;
  }

  /** The values of a key by which rows are told apart; empty when a part is null. */
  private Optional<List<Object>> key(List<Expression> parts, List<Boolean> asDouble, int position) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Expression part : parts) {
      values.add(scope.value(part, position));
    }
    return comparable(values, asDouble);
  }

  private static Optional<List<Object>> comparable(
      List<@Nullable Object> values, List<Boolean> asDouble) {
    List<Object> comparable = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value == null) {
        return Optional.empty();
      }
      boolean widened = i < asDouble.size() && asDouble.get(i) && value instanceof Number;
      comparable.add(ValueOrder.groupKey(widened ? ((Number) value).doubleValue() : value));
    }
    return Optional.of(comparable);
  }

  private static Column column(Table table, String name) {
    return table.columns().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + name));
  }
}
