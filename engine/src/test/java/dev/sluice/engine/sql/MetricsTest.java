package dev.sluice.engine.sql;

import static dev.sluice.engine.sql.Sentences.CUSTOMERS;
import static dev.sluice.engine.sql.Sentences.ORDERS;
import static dev.sluice.engine.sql.Sentences.col;
import static dev.sluice.engine.sql.Sentences.compare;
import static dev.sluice.engine.sql.Sentences.filtered;
import static dev.sluice.engine.sql.Sentences.isCustomer;
import static dev.sluice.engine.sql.Sentences.measure;
import static dev.sluice.engine.sql.Sentences.number;
import static dev.sluice.engine.sql.Sentences.ofTable;
import static dev.sluice.engine.sql.Sentences.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Result.Measured;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Measurement.Value;
import dev.sluice.engine.plan.Planner;
import dev.sluice.engine.plan.Relation.Stored;
import dev.sluice.engine.plan.Scan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values of metrics, as the Java classes of their types; numbers by their exact text. */
final class MetricsTest {

  private static final Expression AMOUNT = col("amount");

  private static Map<Measure, String> wanted() {
    Map<Measure, String> wanted = new LinkedHashMap<>();
    wanted.put(measure(Metric.ROW_COUNT, Type.INTEGER), "BigDecimal 5");
    wanted.put(measure(Metric.COLUMN_COUNT, Type.INTEGER), "BigDecimal 7");
    wanted.put(measure(Metric.COUNT, Type.INTEGER, AMOUNT), "BigDecimal 4");
    wanted.put(measure(Metric.SUM, Type.DECIMAL, AMOUNT), "BigDecimal 34.50");
    wanted.put(measure(Metric.SUM, Type.INTEGER, col("customer")), "BigDecimal 15");
    wanted.put(measure(Metric.AVG, Type.DECIMAL, AMOUNT), "BigDecimal 8.625");
    wanted.put(
        filtered(
            measure(Metric.AVG, Type.DECIMAL, col("customer")),
            compare(col("customer"), "<", number("3"))),
        "BigDecimal 1.5");
    wanted.put(
        filtered(measure(Metric.AVG, Type.DECIMAL, AMOUNT), compare(AMOUNT, ">", number("99"))),
        "null");
    wanted.put(measure(Metric.MIN, Type.TEXT, col("status")), "String Paid");
    wanted.put(measure(Metric.MAX, Type.DATE, col("day")), "LocalDate 2024-01-03");
    wanted.put(
        measure(Metric.MAX, Type.TIMESTAMP, col("placed")), "LocalDateTime 2024-01-05T10:00");
    wanted.put(measure(Metric.MAX, Type.DOUBLE, col("score")), "Double NaN");
    wanted.put(measure(Metric.DISTINCT_COUNT, Type.INTEGER, col("id")), "BigDecimal 3");
    wanted.put(measure(Metric.DUPLICATE_COUNT, Type.INTEGER, col("id")), "BigDecimal 1");
    wanted.put(measure(Metric.MODE, Type.TEXT, col("status")), "String paid");
    wanted.put(measure(Metric.MODE, Type.INTEGER, col("customer")), "BigDecimal 1");
    wanted.put(measure(Metric.MEDIAN, Type.DOUBLE, AMOUNT), "Double 7.75");
    wanted.put(measure(Metric.PERCENTILE, Type.DOUBLE, AMOUNT, number("1")), "Double 20.0");
    wanted.put(
        measure(Metric.PERCENTILE_DISC, AMOUNT.type(), AMOUNT, number("0.5")), "BigDecimal 5.50");
    wanted.put(
        measure(Metric.SHARE, Type.DECIMAL, compare(col("status"), "=", text("paid"))),
        "BigDecimal 0.5");
    wanted.put(measure(Metric.SHARE, Type.DECIMAL, isCustomer()), "BigDecimal 0.5");
    wanted.put(
        measure(Metric.SHARE, Type.DECIMAL, compare(col("customer"), ">", number("3"))),
        "BigDecimal 0.25");
    wanted.put(
        filtered(
            measure(Metric.VARIANCE, Type.DOUBLE, col("id")), compare(col("id"), ">", number("1"))),
        "Double 3.0");
    wanted.put(measure(Metric.CORRELATION, Type.DOUBLE, col("id"), col("id")), "Double 1.0");
    wanted.put(
        filtered(
            measure(Metric.CORRELATION, Type.DOUBLE, col("id"), AMOUNT),
            compare(col("id"), "=", number("2"))),
        "null");
    wanted.put(measure(Metric.ENTROPY, Type.DOUBLE, col("status")), "Double 1.0397207708399179");
    wanted.put(
        filtered(
            measure(Metric.ENTROPY, Type.DOUBLE, col("status")),
            compare(col("status"), "=", text("new"))),
        "Double 0.0");
    wanted.put(ofTable(CUSTOMERS, measure(Metric.ROW_COUNT, Type.INTEGER)), "BigDecimal 4");
    wanted.put(ofTable(CUSTOMERS, measure(Metric.COLUMN_COUNT, Type.INTEGER)), "BigDecimal 1");
    Expression gap =
        new Expression.Apply(
            Functions.SUBTRACT, List.of(col("placed"), col("placed")), Type.DURATION);
    wanted.put(measure(Metric.MAX, Type.DURATION, gap), "Duration PT0S");
    wanted.put(measure(Metric.MODE, Type.DURATION, gap), "Duration PT0S");
    return wanted;
  }

  @Test
  void valuesHaveTheClassesOfTheirTypes() throws Exception {
    Scope all = new Scope(new Stored(ORDERS, Optional.empty()), Optional.empty());
    List<Measurement> values =
        List.copyOf(wanted().keySet().stream().map(each -> new Value(all, each)).toList());
    Map<Measure, String> measured = new LinkedHashMap<>();
    SqlCompiler compiler = new SqlCompiler(TestProfile.DUCKDB);
    try (DuckDb database = new DuckDb()) {
      for (Scan scan : Planner.plan(values, TestProfile.DUCKDB)) {
        compiler
            .results(scan, database.rows(compiler.compile(scan)).get(0))
            .forEach(
                (measurement, result) -> {
                  Object value = ((Measured) result).value();
                  measured.put(
                      ((Value) measurement).measure(),
                      value == null ? "null" : value.getClass().getSimpleName() + " " + value);
                });
      }
    }
    wanted()
        .forEach(
            (measure, value) ->
                assertThat(measured.get(measure)).as(measure.toString()).isEqualTo(value));
  }

  @Test
  void sumsDoNotOverflow() throws Exception {
    try (DuckDb database = new DuckDb()) {
      database.execute("DELETE FROM orders");
      database.execute("INSERT INTO orders (id) SELECT 9223372036854775807 FROM range(3)");
      Scope all = new Scope(new Stored(ORDERS, Optional.empty()), Optional.empty());
      Expression product =
          new Expression.Apply(
              Functions.MULTIPLY, List.of(col("id"), number("1000")), Type.INTEGER);
      Value sum = new Value(all, measure(Metric.SUM, Type.INTEGER, product));
      SqlCompiler compiler = new SqlCompiler(TestProfile.DUCKDB);
      Scan scan = new Scan("", List.of(sum));
      assertThat(compiler.results(scan, database.rows(compiler.compile(scan)).get(0)))
          .hasToString("{" + sum + "=Measured[value=27670116110564327421000]}");
    }
  }

  @Test
  void whatTheDatabaseDoesNotHaveIsNamed() {
    Expression text = col("status");
    Expression json = new Expression.Apply(Functions.of("is_json"), List.of(text), Type.BOOLEAN);
    Expression share = measure(Metric.SHARE, Type.DECIMAL, json);
    SqlCompiler compiler = new SqlCompiler(TestProfile.DUCKDB);
    assertThat(compiler.missing(compare(share, ">", number("0.5")))).containsExactly("is_json");
    assertThat(
            compiler.missing(
                new Expression.Apply(Functions.of("is_email"), List.of(text), Type.BOOLEAN)))
        .isEmpty();
  }
}
