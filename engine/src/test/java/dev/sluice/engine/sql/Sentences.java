package dev.sluice.engine.sql;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.And;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Typed sentences in few words, as `dsl.check` would make them, over two tables. */
final class Sentences {

  static final Table CUSTOMERS =
      new Table(List.of("main", "customers"), "customers", List.of(column("id", Type.INTEGER)));

  static final Table ORDERS =
      new Table(
          List.of("main", "orders"),
          "orders",
          List.of(
              column("id", Type.INTEGER),
              column("customer", Type.INTEGER),
              column("status", Type.TEXT),
              column("amount", Type.decimal(12, 2)),
              column("score", Type.DOUBLE),
              column("day", Type.DATE),
              column("placed", Type.TIMESTAMP)));

  private Sentences() {}

  static Column column(String name, Type type) {
    return new Column(name, type, "", true);
  }

  static ColumnValue col(String name) {
    return ORDERS.columns().stream()
        .filter(column -> column.name().equals(name))
        .map(column -> new ColumnValue(name, column.type()))
        .findFirst()
        .orElseThrow();
  }

  static Constant number(String text) {
    BigDecimal value = new BigDecimal(text);
    return new Constant(value, value.scale() > 0 ? Type.DECIMAL : Type.INTEGER);
  }

  static Constant text(String value) {
    return new Constant(value, Type.TEXT);
  }

  static Expression compare(Expression left, String operator, Expression right) {
    for (Operator each : Operator.values()) {
      if (each.symbol().equals(operator)) {
        return new Compare(each, left, right);
      }
    }
    throw new IllegalArgumentException(operator);
  }

  static Expression and(Expression... parts) {
    return new And(List.of(parts));
  }

  static Expression or(Expression... parts) {
    return new Expression.Or(List.of(parts));
  }

  static Expression not(Expression operand) {
    return new Not(operand);
  }

  static Expression isNull(Expression operand) {
    return new IsNull(operand);
  }

  static Expression unique(Expression... key) {
    return new Expression.Unique(List.of(key));
  }

  static Expression isCustomer() {
    return new Expression.Among(List.of(col("customer")), CUSTOMERS, List.of("id"));
  }

  static Measure measure(Metric metric, Type type, Expression... arguments) {
    return new Measure(metric, List.of(arguments), Optional.empty(), Optional.empty(), type);
  }

  static Measure filtered(Measure measure, Expression filter) {
    return new Measure(
        measure.metric(),
        measure.arguments(),
        Optional.of(filter),
        measure.table(),
        measure.type());
  }

  static Measure ofTable(Table table, Measure measure) {
    return new Measure(
        measure.metric(),
        measure.arguments(),
        measure.filter(),
        Optional.of(table),
        measure.type());
  }
}
