package dev.sluice.dsl.value;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.function.Metrics;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Short forms for tests: expressions and rows. */
final class Build {

  private Build() {}

  static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  static BigDecimal number(long value) {
    return BigDecimal.valueOf(value);
  }

  static Expression.Constant constant(@Nullable Object value) {
    return new Expression.Constant(value, type(value));
  }

  static Expression.Constant unknown() {
    return new Expression.Constant(null, Type.BOOLEAN);
  }

  static Expression column(String name, Type type) {
    return new Expression.ColumnValue(name, type);
  }

  static Expression compare(Expression left, Operator operator, Object right) {
    return new Expression.Compare(
        operator, left, right instanceof Expression e ? e : constant(right));
  }

  static Expression.Measure measure(Metric metric, Expression... arguments) {
    Type type =
        Metrics.result(metric, List.of(arguments).stream().map(Expression::type).toList())
            .orElseThrow();
    return new Expression.Measure(
        metric, List.of(arguments), Optional.empty(), Optional.empty(), type);
  }

  static Expression.Measure filtered(Expression.Measure measure, Expression filter) {
    return new Expression.Measure(
        measure.metric(),
        measure.arguments(),
        Optional.of(filter),
        measure.table(),
        measure.type());
  }

  static Expression.Measure of(Table table, Expression.Measure measure) {
    return new Expression.Measure(
        measure.metric(),
        measure.arguments(),
        measure.filter(),
        Optional.of(table),
        measure.type());
  }

  /** Columns as {@code name type}, and rows of values in their order. */
  static TableEvaluator.Rows table(String name, List<Column> columns, Object[]... rows) {
    List<Map<String, @Nullable Object>> maps = new ArrayList<>();
    for (Object[] row : rows) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        map.put(columns.get(i).name(), row[i] instanceof Integer whole ? number(whole) : row[i]);
      }
      maps.add(map);
    }
    return new TableEvaluator.Rows(new Table(List.of(name), name, columns), maps);
  }

  static Column field(String name, Type type) {
    return new Column(name, type, type.text(), true);
  }

  static Object[] row(@Nullable Object... values) {
    return values;
  }

  private static Type type(@Nullable Object value) {
    if (value instanceof BigDecimal exact) {
      return exact.scale() == 0 ? Type.INTEGER : Type.DECIMAL;
    }
    if (value instanceof Double) {
      return Type.DOUBLE;
    }
    if (value instanceof Boolean) {
      return Type.BOOLEAN;
    }
    return value == null ? Type.NULL : Type.TEXT;
  }
}
