package dev.sluice.dsl.value;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Some rows of a table, over which metrics, uniqueness and order are taken. */
final class Scope {

  private final TableEvaluator.Rows source;
  private final Map<List<String>, TableEvaluator.Rows> others;
  private final List<Integer> members;
  private final Map<Expression.Measure, Optional<Object>> measured = new HashMap<>();
  private final RowRelations relations;

  private Scope(
      TableEvaluator.Rows source,
      Map<List<String>, TableEvaluator.Rows> others,
      List<Integer> members) {
    this.source = source;
    this.others = others;
    this.members = members;
    this.relations = new RowRelations(this);
  }

  static Scope of(TableEvaluator.Rows source, List<TableEvaluator.Rows> others) {
    Map<List<String>, TableEvaluator.Rows> byPath = new HashMap<>();
    others.forEach(each -> byPath.put(each.table().path(), each));
    return all(source, byPath);
  }

  /** The same table, only the rows at these positions of this scope. */
  Scope only(List<Integer> positions) {
    return new Scope(source, others, positions.stream().map(members::get).toList());
  }

  int size() {
    return members.size();
  }

  /** Where a row stands in its table. */
  int index(int position) {
    return members.get(position);
  }

  Row row(int position) {
    Map<String, ? extends @Nullable Object> row = source.rows().get(members.get(position));
    return column -> {
      if (!row.containsKey(column)) {
        throw new IllegalArgumentException("no column " + column);
      }
      return row.get(column);
    };
  }

  /** The value of an expression for one row. */
  @Nullable Object value(Expression expression, int position) {
    return Evaluator.evaluate(expression, row(position), measures(position));
  }

  /** The value of a table level expression. */
  @Nullable Object value(Expression expression) {
    return Evaluator.evaluate(expression, Row.NONE, measures(-1));
  }

  /** All rows of another table, by its path. */
  Scope other(Table table) {
    TableEvaluator.Rows found = others.get(table.path());
    if (found == null) {
      throw new IllegalArgumentException("no rows of " + table.display());
    }
    return all(found, others);
  }

  private static Scope all(
      TableEvaluator.Rows source, Map<List<String>, TableEvaluator.Rows> others) {
    return new Scope(source, others, IntStream.range(0, source.rows().size()).boxed().toList());
  }

  private Measures measures(int position) {
    return new Measures() {
      @Override
      public @Nullable Object measure(Expression.Measure measure) {
        return Scope.this.measure(measure);
      }

      @Override
      public @Nullable Boolean holds(Expression relation) {
        return relations.holds(relation, position);
      }
    };
  }

  private @Nullable Object measure(Expression.Measure measure) {
    Optional<Object> known = measured.get(measure);
    if (known == null) {
      known =
          Optional.ofNullable(
              (measure.table().isPresent() ? other(measure.table().get()) : this).taken(measure));
      measured.put(measure, known);
    }
    return known.orElse(null);
  }

  private @Nullable Object taken(Expression.Measure measure) {
    if (measure.metric() == Metric.COLUMN_COUNT) {
      return BigDecimal.valueOf(source.table().columns().size());
    }
    List<List<@Nullable Object>> arguments = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (measure.filter().isEmpty() || Boolean.TRUE.equals(value(measure.filter().get(), i))) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Expression argument : measure.arguments()) {
          values.add(value(argument, i));
        }
        arguments.add(values);
      }
    }
    return MetricEvaluator.evaluate(measure.metric(), arguments, measure.type());
  }
}
