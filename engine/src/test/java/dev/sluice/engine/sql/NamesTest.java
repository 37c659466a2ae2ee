package dev.sluice.engine.sql;

import static dev.sluice.engine.sql.Sentences.col;
import static dev.sluice.engine.sql.Sentences.measure;
import static dev.sluice.engine.sql.Sentences.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.expression.Expression.Ordered;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Relation.Stored;
import dev.sluice.engine.plan.Scan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that could be taken for others: of our own aliases, of keywords, of the same table. */
final class NamesTest {

  private static String counted(DuckDb database, Table table, Expression check) throws Exception {
    Scope scope = new Scope(new Stored(table, Optional.empty()), Optional.empty());
    Tally tally = new Tally(scope, check, List.of());
    SqlCompiler compiler = new SqlCompiler(TestProfile.DUCKDB);
    Scan scan = new Scan("", List.of(tally));
    return compiler.results(scan, database.rows(compiler.compile(scan)).get(0)).get(tally) + "";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s1", "s2", "t", "t0", "t1", "select", "Ab", "a.b", "a\"b", "a?b", "\u00e4"})
  void tablesAndColumnsMayHaveAnyName(String name) throws Exception {
    String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
    Table table =
        new Table(List.of("main", name), name, List.of(new Column(name, Type.INTEGER, "", true)));
    ColumnValue value = new ColumnValue(name, Type.INTEGER);
    Expression statement =
        new Expression.And(
            List.of(
                unique(value),
                new Ordered(value, value, false, true),
                new Among(List.of(value), table, List.of(name)),
                Sentences.compare(value, "<=", measure(Metric.MAX, Type.INTEGER, value))));
    try (DuckDb database = new DuckDb()) {
      database.execute("CREATE TABLE " + quoted + " (" + quoted + " BIGINT)");
      database.execute("INSERT INTO " + quoted + " VALUES (1), (2), (2), (NULL)");
      assertThat(counted(database, table, statement))
          .isEqualTo("Tallied[rows=4, violations=2, undecided=1]");
    }
  }

  @Test
  void twoTablesMayDifferInTheirSchemaAlone() throws Exception {
    Table other = new Table(List.of("other", "orders"), "orders", Sentences.CUSTOMERS.columns());
    Expression check = new Among(List.of(col("customer")), other, List.of("id"));
    try (DuckDb database = new DuckDb()) {
      database.execute("CREATE SCHEMA other");
      database.execute("CREATE TABLE other.orders AS SELECT 9 AS id");
      assertThat(counted(database, Sentences.ORDERS, check))
          .isEqualTo("Tallied[rows=5, violations=3, undecided=1]");
      assertThat(counted(database, Sentences.ORDERS, Sentences.or(check, unique(col("id")))))
          .isEqualTo("Tallied[rows=5, violations=2, undecided=1]");
    }
  }
}
