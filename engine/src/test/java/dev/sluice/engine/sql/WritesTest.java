package dev.sluice.engine.sql;

import static dev.sluice.engine.sql.Sentences.ORDERS;
import static dev.sluice.engine.sql.Sentences.and;
import static dev.sluice.engine.sql.Sentences.col;
import static dev.sluice.engine.sql.Sentences.compare;
import static dev.sluice.engine.sql.Sentences.isCustomer;
import static dev.sluice.engine.sql.Sentences.isNull;
import static dev.sluice.engine.sql.Sentences.not;
import static dev.sluice.engine.sql.Sentences.number;
import static dev.sluice.engine.sql.Sentences.text;
import static dev.sluice.engine.sql.Sentences.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Marks.Chosen;
import dev.sluice.engine.plan.Marks.Flag;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Relation.Changed;
import dev.sluice.engine.plan.Relation.Repair;
import dev.sluice.engine.plan.Relation.Repaired;
import dev.sluice.engine.plan.Relation.Stored;
import dev.sluice.engine.plan.Scan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gate does to rows, done on a database. */
final class WritesTest {

  private static final SqlCompiler SQL = new SqlCompiler(TestProfile.DUCKDB);
  private static final Stored CANDIDATE = new Stored(ORDERS, Optional.empty());
  private static final List<String> COLUMNS = ORDERS.columns().stream().map(Column::name).toList();

  private DuckDb database;

  @BeforeEach
  void open() throws Exception {
    database = new DuckDb();
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  private static Flag flag(String name, Expression check) {
    return new Flag(name, check, Optional.empty(), List.of(), Optional.empty());
  }

  private static Flag keeping(String name, String column, boolean latest) {
    return new Flag(
        name,
        unique(col("id")),
        Optional.empty(),
        List.of(),
        Optional.of(new Chosen(List.of(col("id")), column, latest)));
  }

  private static Marks marks(Flag... flags) {
    List<String> names = new ArrayList<>();
    for (Flag each : flags) {
      names.add(each.name());
    }
    List<Column> columns = SQL.markColumns(names);
    return new Marks(new Table(List.of("marks"), "marks", columns), List.of(flags));
  }

  private Marks made(Stored source, Flag... flags) throws Exception {
    Marks marks = marks(flags);
    for (Statement statement : SQL.createMarks(source, marks)) {
      database.run(statement);
    }
    return marks;
  }

  private String marked() throws Exception {
    return database.text("SELECT * FROM marks ORDER BY 1");
  }

  @Test
  void marksAreTheViolatingRowsOfEveryLine() throws Exception {
    made(
        CANDIDATE,
        flag("f1", not(isNull(col("id")))),
        flag("f2", isCustomer()),
        flag("f3", unique(col("id"))),
        new Flag(
            "f4",
            compare(col("amount"), ">", number("10")),
            Optional.of(compare(col("status"), "=", text("new"))),
            List.of(),
            Optional.empty()));
    assertThat(marked())
        .isEqualTo(
            "0 false false false true; 1 false false true false; 2 false true true false;"
                + " 3 true false false false; 4 false true false false");
  }

  @Test
  void aChoiceMarksTheLosers() throws Exception {
    made(CANDIDATE, keeping("f1", "placed", true), keeping("f2", "placed", false));
    assertThat(marked()).isEqualTo("1 false true; 2 true false");
  }

  @Test
  void nullLosesAndTiesAreBrokenByTheRow() throws Exception {
    database.execute("UPDATE orders SET id = 7, placed = NULL WHERE rowid IN (1, 2)");
    database.execute("UPDATE orders SET id = 7, amount = 1 WHERE rowid IN (0, 3)");
    made(CANDIDATE, keeping("f1", "placed", true), keeping("f2", "amount", false));
    assertThat(marked()).isEqualTo("1 true true; 2 true true; 3 true true");
  }

  @Test
  void aChoiceIsMadeWithinScopeAndGroup() throws Exception {
    database.execute("UPDATE orders SET id = 7");
    made(
        CANDIDATE,
        new Flag(
            "f1",
            unique(col("id")),
            Optional.of(not(isNull(col("status")))),
            List.of("day"),
            Optional.of(new Chosen(List.of(col("id")), "placed", true))));
    assertThat(marked()).isEqualTo("2 true");
  }

  @Test
  void marksAreCountedByKind() throws Exception {
    Marks marks = made(CANDIDATE, flag("f1", isCustomer()), flag("f2", unique(col("id"))));
    assertThat(
            database.rows(
                SQL.countMarked(
                    marks,
                    List.of(
                        Marked.any(List.of("f1")),
                        Marked.any(List.of("f1", "f2")),
                        new Marked(List.of("f2"), List.of("f1"))))))
        .containsExactly(List.of(2L, 3L, 1L));
    assertThat(database.rows(SQL.countMarks(marks, List.of(List.of("f2"), List.of("f1", "f2")))))
        .containsExactly(List.of(2L, 3L));
  }

  @Test
  void quarantinedRowsCarryTheirReasons() throws Exception {
    Marks marks =
        made(
            CANDIDATE,
            flag("f1", isCustomer()),
            flag("f2", unique(col("id"))),
            flag("f3", compare(col("amount"), ">", number("5.5"))));
    Table quarantine = new Table(List.of("main", "held"), "held", List.of());
    List<Column> columns = new ArrayList<>(ORDERS.columns().subList(0, 2));
    columns.add(new Column("sluice_run", Type.TEXT, "", true));
    columns.add(new Column("sluice_reasons", Type.TEXT, "", true));
    columns.add(new Column("sluice_at", Type.TIMESTAMPTZ, "", true));
    database.run(SQL.createTable(quarantine, columns, false));
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put("f2", "id is unique");
    reasons.put("f1", "customer \"in\" customers.id\n");
    int held =
        database.run(
            SQL.quarantine(
                CANDIDATE,
                marks,
                reasons,
                quarantine,
                List.of("id", "customer"),
                "run 1",
                Instant.parse("2024-01-01T00:00:00Z")));
    assertThat(held).isEqualTo(3);
    assertThat(database.text("SELECT * EXCLUDE (sluice_at) FROM held ORDER BY 1, 2"))
        .isEqualTo(
            "2 2 run 1 [\"id is unique\"]; "
                + "2 3 run 1 [\"id is unique\",\"customer \\\"in\\\" customers.id\\n\"]; "
                + "5 9 run 1 [\"customer \\\"in\\\" customers.id\\n\"]");
    assertThat(database.text("SELECT epoch(sluice_at)::BIGINT FROM held LIMIT 1"))
        .isEqualTo("1704067200");
  }

  @Test
  void rowsAreDeletedByTheirMarks() throws Exception {
    Marks marks = made(CANDIDATE, flag("f1", isCustomer()), flag("f2", unique(col("id"))));
    assertThat(database.run(SQL.delete(CANDIDATE, marks, List.of("f1")))).isEqualTo(2);
    assertThat(database.text("SELECT id FROM orders ORDER BY rowid")).isEqualTo("1; 2; null");
  }

  private static final List<Repair> REPAIRS =
      List.of(
          new Repair("f1", "amount", number("0.125")),
          new Repair("f2", "amount", number("99")),
          new Repair("f2", "status", text("x")),
          new Repair("f1", "status", new Constant(null, Type.NULL)));

  private Marks repairable() throws Exception {
    return made(
        CANDIDATE,
        flag("f1", and(not(isNull(col("amount"))), compare(col("amount"), ">", number("0")))),
        flag("f2", compare(col("status"), "=", text("new"))),
        flag("f3", not(isNull(col("id")))));
  }

  private static final String REPAIRED = "1 10.00 new; 2 99.00 x; 2 0.13 x; 5 0.13 x";

  @Test
  void theFirstRepairOfAColumnWins() throws Exception {
    Marks marks = repairable();
    assertThat(database.run(SQL.update(CANDIDATE, marks, List.of("f3"), REPAIRS))).isEqualTo(3);
    assertThat(database.text("SELECT id, amount, status FROM orders WHERE id > 0 ORDER BY rowid"))
        .isEqualTo(REPAIRED);
    assertThat(database.text("SELECT amount, status FROM orders WHERE id IS NULL"))
        .isEqualTo("5.50 null");
  }

  @Test
  void aRepairedRelationIsWhatAnUpdateWouldLeave() throws Exception {
    Marks marks = repairable();
    Repaired repaired = new Repaired(CANDIDATE, marks, List.of("f3"), REPAIRS);
    database.execute("CREATE TABLE target AS SELECT * FROM orders LIMIT 0");
    Table target = new Table(List.of("main", "target"), "target", ORDERS.columns());
    assertThat(database.run(SQL.insert(repaired, target, COLUMNS))).isEqualTo(4);
    assertThat(database.text("SELECT id, amount, status FROM target ORDER BY id, customer"))
        .isEqualTo(REPAIRED);
    Measurement rows = new Measurement.Rows(new Measurement.Scope(repaired, Optional.empty()));
    Scan scan = new Scan("", List.of(rows));
    assertThat(SQL.results(scan, database.rows(SQL.compile(scan)).get(0)).get(rows))
        .hasToString("Measured[value=4]");
    assertThat(database.rows(SQL.count(repaired))).containsExactly(List.of(4L));
  }

  @Test
  void changedRowsAreThoseThatARepairedRelationSaysAreChanged() throws Exception {
    Repaired repaired = new Repaired(CANDIDATE, repairable(), List.of("f3"), REPAIRS);
    Expression unchanged = not(new Expression.ColumnValue(Repaired.CHANGED, Type.BOOLEAN));
    Measurement told = new Measurement.Tally(scope(repaired), unchanged, List.of());
    Measurement alone = new Measurement.Rows(scope(new Changed(repaired)));
    Measurement valued =
        new Measurement.Tally(
            scope(new Changed(repaired)), compare(col("status"), "=", text("paid")), List.of());
    assertThat(measured(told)).isEqualTo("Tallied[rows=4, violations=3, undecided=0]");
    assertThat(measured(alone)).isEqualTo("Measured[value=3]");
    assertThat(measured(valued)).isEqualTo("Tallied[rows=3, violations=3, undecided=0]");
  }

  private static Measurement.Scope scope(Relation relation) {
    return new Measurement.Scope(relation, Optional.empty());
  }

  private String measured(Measurement measurement) throws Exception {
    Scan scan = new Scan("", List.of(measurement));
    return String.valueOf(
        SQL.results(scan, database.rows(SQL.compile(scan)).get(0)).get(measurement));
  }

  @Test
  void aSliceIsDeletedAndRowsOutsideAreCounted() throws Exception {
    Expression slice = compare(col("status"), "=", text("paid"));
    assertThat(database.rows(SQL.countOutside(CANDIDATE, slice))).containsExactly(List.of(3L));
    assertThat(database.run(SQL.deleteMatching(ORDERS, Optional.of(slice)))).isEqualTo(2);
    assertThat(database.run(SQL.deleteMatching(ORDERS, Optional.empty()))).isEqualTo(3);
  }

  @Test
  void rowsAreDeletedByTheKeysOfARelation() throws Exception {
    database.execute("CREATE TABLE target AS SELECT * FROM orders");
    Table target = new Table(List.of("main", "target"), "target", ORDERS.columns());
    Stored paid = new Stored(ORDERS, Optional.of(compare(col("status"), "=", text("paid"))));
    assertThat(database.run(SQL.deleteKeys(paid, target, List.of("id", "customer")))).isEqualTo(2);
    assertThat(database.run(SQL.deleteKeys(CANDIDATE, target, List.of("id")))).isEqualTo(2);
    assertThat(database.text("SELECT id FROM target")).isEqualTo("null");
  }

  @Test
  void aTemporaryCopyHasTheFilteredRows() throws Exception {
    Stored paid = new Stored(ORDERS, Optional.of(compare(col("status"), "=", text("paid"))));
    Table copy = new Table(List.of("copy \"1\""), "copy", ORDERS.columns().subList(0, 2));
    for (Statement statement : SQL.copyToTemporary(paid, copy)) {
      database.run(statement);
    }
    assertThat(database.text("SELECT * FROM " + SQL.quoted(copy) + " ORDER BY 2"))
        .isEqualTo("2 2; 2 3");
  }
}
