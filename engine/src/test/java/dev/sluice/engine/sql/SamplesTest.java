package dev.sluice.engine.sql;

import static dev.sluice.engine.sql.Sentences.ORDERS;
import static dev.sluice.engine.sql.Sentences.col;
import static dev.sluice.engine.sql.Sentences.compare;
import static dev.sluice.engine.sql.Sentences.isNull;
import static dev.sluice.engine.sql.Sentences.measure;
import static dev.sluice.engine.sql.Sentences.number;
import static dev.sluice.engine.sql.Sentences.text;
import static dev.sluice.engine.sql.Sentences.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Measurement.Groups;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Relation.Stored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows and groups that do not meet a check. */
final class SamplesTest {

  private static final Scope ALL =
      new Scope(new Stored(ORDERS, Optional.empty()), Optional.empty());

  private static String samples(
      Scope scope, Expression check, List<String> columns, List<String> order, int limit)
      throws Exception {
    try (DuckDb database = new DuckDb()) {
      Statement statement =
          new SqlCompiler(TestProfile.DUCKDB)
              .samples(new Sought(scope, check, List.of(), columns, order, limit));
      return database.rows(statement).toString();
    }
  }

  @Test
  void rowsAreOrderedWithNullsLast() throws Exception {
    Expression never = compare(col("customer"), ">", number("100"));
    assertThat(samples(ALL, never, List.of("customer", "amount"), List.of("amount"), 9))
        .isEqualTo("[[9, -1.00], [1, 10.00], [2, 20.00], [3, null]]");
    assertThat(samples(ALL, never, List.of("status"), List.of("status", "id"), 2))
        .isEqualTo("[[Paid], [new]]");
  }

  @Test
  void allMembersOfADuplicateGroupAreShown() throws Exception {
    assertThat(samples(ALL, unique(col("id")), List.of("id", "customer"), List.of("customer"), 5))
        .isEqualTo("[[2, 2], [2, 3]]");
  }

  @Test
  void aScopeNarrowsWhatUniquenessSees() throws Exception {
    Scope scope = new Scope(ALL.relation(), Optional.of(Sentences.not(isNull(col("amount")))));
    assertThat(samples(scope, unique(col("id")), List.of("id"), List.of("id"), 5)).isEqualTo("[]");
  }

  @Test
  void groupsShowTheirMetrics() throws Exception {
    Expression rows = measure(Metric.ROW_COUNT, Type.INTEGER);
    Expression sum = measure(Metric.SUM, Type.DECIMAL, col("amount"));
    Groups groups =
        new Groups(
            new Scope(ALL.relation(), Optional.of(compare(col("status"), "!=", text("none")))),
            compare(sum, ">", number("10")),
            List.of("day"));
    Map<String, Expression> shown = new LinkedHashMap<>();
    shown.put("row_count", rows);
    shown.put("sum(amount)", sum);
    try (DuckDb database = new DuckDb()) {
      Statement statement = new SqlCompiler(TestProfile.DUCKDB).groupSamples(groups, shown, 10);
      assertThat(database.rows(statement))
          .hasToString("[[2024-01-01, 1, 10.00], [null, 1, -1.00]]");
    }
  }
}
