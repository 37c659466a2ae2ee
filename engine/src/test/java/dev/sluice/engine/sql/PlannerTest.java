package dev.sluice.engine.sql;

import static dev.sluice.engine.sql.Sentences.CUSTOMERS;
import static dev.sluice.engine.sql.Sentences.ORDERS;
import static dev.sluice.engine.sql.Sentences.col;
import static dev.sluice.engine.sql.Sentences.compare;
import static dev.sluice.engine.sql.Sentences.isCustomer;
import static dev.sluice.engine.sql.Sentences.isNull;
import static dev.sluice.engine.sql.Sentences.measure;
import static dev.sluice.engine.sql.Sentences.not;
import static dev.sluice.engine.sql.Sentences.number;
import static dev.sluice.engine.sql.Sentences.ofTable;
import static dev.sluice.engine.sql.Sentences.text;
import static dev.sluice.engine.sql.Sentences.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Groups;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Measurement.Value;
import dev.sluice.engine.plan.Planner;
import dev.sluice.engine.plan.Relation.Stored;
import dev.sluice.engine.plan.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What shares a scan, and what must not. */
final class PlannerTest {

  private static final Scope ALL =
      new Scope(new Stored(ORDERS, Optional.empty()), Optional.empty());
  private static final Scope PAID =
      new Scope(ALL.relation(), Optional.of(compare(col("status"), "=", text("paid"))));

  private static List<String> plan(SqlProfile profile, List<Measurement> measurements) {
    return Planner.plan(measurements, profile).stream()
        .map(scan -> scan.purpose() + ": " + scan.measurements().size())
        .toList();
  }

  private static Tally tally(Scope scope, Expression check) {
    return new Tally(scope, check, List.of());
  }

  private static Value value(Metric metric, Type type, Expression... arguments) {
    return new Value(ALL, measure(metric, type, arguments));
  }

  @Test
  void countsOfOneTableShareAScanWhateverTheirScope() {
    List<Measurement> measurements =
        List.of(
            tally(ALL, not(isNull(col("id")))),
            tally(PAID, compare(col("amount"), ">", number("0"))),
            new Measurement.Rows(ALL),
            value(Metric.SUM, Type.DECIMAL, col("amount")),
            value(Metric.SHARE, Type.DECIMAL, isNull(col("status"))),
            tally(ALL, not(isNull(col("id")))),
            new Value(ALL, ofTable(CUSTOMERS, measure(Metric.ROW_COUNT, Type.INTEGER))));
    for (SqlProfile profile : List.of(TestProfile.DUCKDB, TestProfile.POSTGRESQL)) {
      assertThat(plan(profile, measurements))
          .containsExactly("counts of orders: 5", "counts of customers: 1");
    }
  }

  @Test
  void whatSortsOrHashesHasAScanOfItsOwn() {
    assertThat(
            plan(
                TestProfile.POSTGRESQL,
                List.of(
                    tally(ALL, unique(col("id"))),
                    tally(ALL, isCustomer()),
                    tally(
                        ALL,
                        compare(
                            col("amount"), "<", measure(Metric.AVG, Type.DECIMAL, col("amount")))),
                    value(Metric.MEDIAN, Type.DOUBLE, col("amount")),
                    value(Metric.PERCENTILE_DISC, Type.DECIMAL, col("amount"), number("0.5")),
                    value(Metric.DISTINCT_COUNT, Type.INTEGER, col("status")),
                    value(Metric.MODE, Type.TEXT, col("status")),
                    value(Metric.DISTINCT_COUNT, Type.INTEGER, col("day")))))
        .containsExactly(
            "duplicates of orders: 1",
            "orphans of orders in customers: 1",
            "rows of orders against the table: 1",
            "percentiles of orders: 2",
            "values of orders: 2",
            "values of orders: 1");
  }

  @Test
  void checksOfTheSameGroupsShareAScan() {
    Expression many = compare(measure(Metric.ROW_COUNT, Type.INTEGER), ">", number("3"));
    Expression cheap = compare(measure(Metric.MAX, Type.DECIMAL, col("amount")), "<", number("9"));
    assertThat(
            plan(
                TestProfile.DUCKDB,
                List.of(
                    new Groups(ALL, many, List.of("day")),
                    new Groups(ALL, cheap, List.of("day")),
                    new Groups(PAID, cheap, List.of("day")),
                    new Groups(ALL, cheap, List.of("day", "status")))))
        .containsExactly(
            "groups of orders by day: 2",
            "groups of orders by day: 1",
            "groups of orders by day, status: 1");
  }

  @Test
  void wideScansAreSplit() {
    List<Measurement> measurements = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      measurements.add(tally(ALL, compare(col("amount"), ">", number(Integer.toString(i)))));
    }
    assertThat(plan(TestProfile.POSTGRESQL, measurements))
        .containsExactly("counts of orders: 133", "counts of orders: 17");
    assertThat(plan(TestProfile.DUCKDB, measurements)).hasSize(5);
  }

  @Test
  void aColumnThatTheCatalogueCallsNotNullIsReadAllTheSame() {
    Table table =
        new Table(List.of("strict"), "strict", List.of(new Column("id", Type.INTEGER, "", false)));
    Scope scope = new Scope(new Stored(table, Optional.empty()), Optional.empty());
    Tally tally =
        new Tally(scope, not(isNull(new Expression.ColumnValue("id", Type.INTEGER))), List.of());
    for (SqlProfile profile : List.of(TestProfile.DUCKDB, TestProfile.POSTGRESQL)) {
      Scan scan = Planner.plan(List.of(tally), profile).get(0);
      assertThat(new SqlCompiler(profile).compile(scan).sql())
          .contains("FROM \"strict\"")
          .contains("\"id\" IS NULL");
    }
  }
}
