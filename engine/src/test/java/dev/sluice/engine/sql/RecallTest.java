package dev.sluice.engine.sql;

import static dev.sluice.engine.sql.Sentences.ORDERS;
import static dev.sluice.engine.sql.Sentences.col;
import static dev.sluice.engine.sql.Sentences.compare;
import static dev.sluice.engine.sql.Sentences.number;
import static dev.sluice.engine.sql.Sentences.text;
import static dev.sluice.engine.sql.Sentences.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Marks.Chosen;
import dev.sluice.engine.plan.Marks.Flag;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Recalled;
import dev.sluice.engine.plan.Relation.Repair;
import dev.sluice.engine.plan.Relation.Repaired;
import dev.sluice.engine.plan.Relation.Stored;
import dev.sluice.engine.plan.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows on trial among others, and repairs written down, done on a database. */
final class RecallTest {

  private static final SqlCompiler SQL = new SqlCompiler(TestProfile.DUCKDB);
  private static final List<String> COLUMNS = List.of("id", "customer", "amount");

  private DuckDb database;
  private final List<Column> shape =
      ORDERS.columns().stream().filter(each -> COLUMNS.contains(each.name())).toList();
  private final Recalled recalled =
      new Recalled(new Table(List.of("recalled"), "held", SQL.recalledColumns(shape)));

  /** Orders of status `paid` are on trial, the other orders stand in the target. */
  @BeforeEach
  void recall() throws Exception {
    database = new DuckDb();
    database.run(SQL.createTable(recalled.table(), recalled.table().columns(), true));
    Expression paid = compare(col("status"), "=", text("paid"));
    assertThat(database.run(SQL.recall(stored(paid), true, recalled.table(), COLUMNS)))
        .isEqualTo(2);
    Expression other = compare(col("status"), "!=", text("paid"));
    assertThat(database.run(SQL.compare(stored(other), recalled.table(), COLUMNS))).isEqualTo(2);
  }

  private static Stored stored(Expression filter) {
    return new Stored(ORDERS, Optional.of(filter));
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  private String tally(Expression check) throws Exception {
    Measurement tally =
        new Measurement.Tally(
            new Measurement.Scope(recalled.onTrial(), Optional.empty()), check, List.of());
    Scan scan = new Scan("", List.of(tally));
    return String.valueOf(SQL.results(scan, database.rows(SQL.compile(scan)).get(0)).get(tally));
  }

  private Marks marks(Optional<Chosen> keeping) throws Exception {
    Marks marks =
        new Marks(
            new Table(List.of("marks"), "marks", SQL.markColumns(List.of("f"))),
            List.of(new Flag("f", unique(col("id")), Optional.empty(), List.of(), keeping)));
    Optional<Expression> onTrial = Optional.of(recalled.onTrial().onTrial());
    for (Statement statement : SQL.createMarks(recalled.all(), onTrial, marks)) {
      database.run(statement);
    }
    return marks;
  }

  @Test
  void rowsOnTrialAreCountedAndTheOthersSeen() throws Exception {
    assertThat(database.rows(SQL.count(recalled.onTrial()))).containsExactly(List.of(2L));
    assertThat(tally(unique(col("id")))).isEqualTo("Tallied[rows=2, violations=2, undecided=0]");
    database.execute("UPDATE recalled SET id = 1 WHERE customer = 3");
    assertThat(tally(unique(col("id")))).isEqualTo("Tallied[rows=2, violations=1, undecided=0]");
    assertThat(tally(compare(col("amount"), ">", number("0"))))
        .isEqualTo("Tallied[rows=2, violations=0, undecided=1]");
  }

  @Test
  void rowsOnTrialAloneAreMarked() throws Exception {
    database.execute("UPDATE recalled SET id = 1");
    marks(Optional.empty());
    assertThat(database.text("SELECT sluice_row FROM marks ORDER BY 1")).isEqualTo("0; 1");
  }

  @Test
  void aRowThatStandsWinsEveryChoice() throws Exception {
    List<Expression> key = List.of(col("id"));
    database.execute("UPDATE recalled SET id = 1 WHERE customer = 3");
    marks(Optional.of(new Chosen(key, "customer", true, Optional.of(Recalled.STANDING))));
    // customer 3 is later than customer 1, who stands
    assertThat(database.text("SELECT sluice_row FROM marks")).isEqualTo("1");
  }

  @Test
  void thoseThatPassedAreTakenOut() throws Exception {
    database.execute("UPDATE recalled SET id = 1 WHERE customer = 3");
    Repaired passed =
        new Repaired(recalled.alone(), marks(Optional.empty()), List.of("f"), List.of());
    assertThat(database.run(SQL.takeOut(passed, ORDERS))).isEqualTo(1);
    assertThat(database.text("SELECT customer FROM orders WHERE status = 'paid'")).isEqualTo("3");
    assertThat(database.run(SQL.takeOut(recalled.alone(), ORDERS))).isEqualTo(1);
  }

  @Test
  void aTextIsAJsonStringWhereTheDatabaseHasNoFunctionForIt() throws Exception {
    database.execute("UPDATE orders SET status = 'a \"b\"\\ ' || chr(10) || chr(9) || 'c'");
    database.execute(
        "CREATE TABLE trail (run VARCHAR, moment TIMESTAMPTZ, line VARCHAR, col VARCHAR, key VARCHAR,"
            + " old VARCHAR, new VARCHAR)");
    Stored candidate = new Stored(ORDERS, Optional.empty());
    Marks marks =
        new Marks(
            new Table(List.of("marks"), "marks", SQL.markColumns(List.of("f"))),
            List.of(
                new Flag(
                    "f",
                    compare(col("id"), "<", number("5")),
                    Optional.empty(),
                    List.of(),
                    Optional.empty())));
    for (Statement statement : SQL.createMarks(candidate, marks)) {
      database.run(statement);
    }
    Repair repair = new Repair("f", "amount", number("7"));
    List<String> columns = List.of("run", "moment", "line", "col", "key", "old", "new");
    Table trail = new Table(List.of("trail"), "trail", List.of());
    assertThat(
            database.run(
                SQL.recordRepair(
                    new Repaired(candidate, marks, List.of(), List.of(repair)),
                    repair,
                    "a line",
                    List.of("id", "status", "day"),
                    trail,
                    columns,
                    "run 1",
                    Instant.parse("2024-01-01T00:00:00Z"))))
        .isEqualTo(1);
    assertThat(database.text("SELECT line, col, key, old, new FROM trail"))
        .isEqualTo(
            "a line amount {\"id\":5,\"status\":\"a \\\"b\\\"\\\\ \\n\\tc\",\"day\":null} -1.00"
                + " 7.00");
  }
}
