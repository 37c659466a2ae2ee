package dev.sluice.connectors.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.contract.ConnectorContractTest;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.value.TableEvaluator;
import dev.sluice.dsl.value.TableEvaluator.Answer;
import dev.sluice.dsl.value.TableEvaluator.Question;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Groups;
import dev.sluice.engine.plan.Measurement.Result;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Measurement.Value;
import dev.sluice.engine.plan.Planner;
import dev.sluice.engine.plan.Relation.Repair;
import dev.sluice.engine.plan.Relation.Repaired;
import dev.sluice.engine.plan.Relation.Stored;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.sql.SqlCompiler;
import dev.sluice.engine.sql.Statement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random sentences over random tables: the database says what the evaluator in memory says, however
 * the measurements are grouped into scans.
 */
abstract class DifferentialTest extends ConnectorContractTest {

  private static final int SENTENCES = 30;

  /** Rounds in which each measurement is also taken in a statement of its own. */
  private static final int ALONE = 3;

  private static final int ROUNDS = Integer.getInteger("sluice.differential.rounds", 25);

  /** How columns of text are declared. */
  protected String textType() {
    return connector().sql().typeName(Type.TEXT);
  }

  // Each round asks some 80 questions: row checks, table checks and metrics of one random table.
  static LongStream rounds() {
    return LongStream.rangeClosed(1, ROUNDS);
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void theDatabaseAgreesWithTheEvaluator(long seed) throws SQLException {
    Random random = new Random(seed);
    RandomTables tables = new RandomTables(random, this::holds);
    TableEvaluator.Rows rows = tables.rows("candidate_" + seed, seed == 1 ? 0 : 40);
    TableEvaluator.Rows others = tables.rows("other_" + seed, 6);
    RandomSentences sentences = new RandomSentences(random, tables, others.table());
    Map<Measurement, Object> expected = expected(rows, others, sentences);
    SqlProfile profile = connector().sql();
    try (Connection connection = connect()) {
      RandomTables.store(connection, profile, textType(), rows);
      RandomTables.store(connection, profile, textType(), others);
      List<Scan> together = Planner.plan(List.copyOf(expected.keySet()), profile);
      Map<Measurement, String> wrong = new LinkedHashMap<>();
      for (Scan scan : together) {
        compare(connection, scan, expected, wrong);
      }
      for (Measurement each : seed <= ALONE ? expected.keySet() : Set.<Measurement>of()) {
        compare(connection, new Scan("alone", List.of(each)), expected, wrong);
      }
      assertThat(wrong.values())
          .as(() -> reproduced(seed, rows, others, expected, wrong.keySet()))
          .isEmpty();
    }
  }

  /** The questions that were answered wrongly, as files. */
  private String reproduced(
      long seed,
      TableEvaluator.Rows rows,
      TableEvaluator.Rows others,
      Map<Measurement, Object> expected,
      Set<Measurement> wrong) {
    Path folder =
        Path.of("target", "differential", connector().name() + "-" + seed).toAbsolutePath();
    Reproduction reproduction = new Reproduction(folder, connector().sql(), rows, others);
    expected.forEach(
        (measurement, answer) -> {
          if (wrong.contains(measurement)) {
            reproduction.add(measurement, answer);
          }
        });
    return reproduction.write();
  }

  /** Questions about a table, and what the evaluator says. */
  static Map<Measurement, Object> expected(
      TableEvaluator.Rows rows, TableEvaluator.Rows others, RandomSentences sentences) {
    TableEvaluator evaluator = new TableEvaluator(rows, List.of(others));
    Map<Measurement, Object> expected = new LinkedHashMap<>();
    Stored candidate = new Stored(rows.table(), Optional.empty());
    for (int i = 0; i < SENTENCES; i++) {
      Optional<Expression> where = sentences.where();
      Scope scope = new Scope(candidate, where);
      List<String> per = sentences.per();
      Expression check = sentences.row(2, true);
      Answer answer = evaluator.judge(new Question(Level.ROW, check, where, per));
      expected.put(
          new Tally(scope, check, per),
          new Result.Tallied(
              answer.judged() + answer.undecided(), answer.violations(), answer.undecided()));
      Expression statement = sentences.table();
      if (!per.isEmpty()) {
        Answer groups = evaluator.judge(new Question(Level.TABLE, statement, where, per));
        expected.put(
            new Groups(scope, statement, per),
            new Result.Grouped(groups.judged(), groups.violations()));
      }
      Expression.Measure measure = sentences.measure();
      expected.put(new Value(scope, measure), new Result.Measured(evaluator.value(measure, where)));
    }
    return expected;
  }

  /** What must hold of any check, without an answer to compare with. */
  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void denyingAndSplittingLoseNoRow(long seed) throws SQLException {
    Random random = new Random(seed);
    RandomTables tables = new RandomTables(random, this::holds);
    TableEvaluator.Rows rows = tables.rows("held_to_" + seed, 40);
    TableEvaluator.Rows others = tables.rows("held_by_" + seed, 6);
    RandomSentences sentences = new RandomSentences(random, tables, others.table());
    Stored whole = new Stored(rows.table(), Optional.empty());
    Expression low = sentences.row(1, false);
    Expression sure = new Expression.And(List.of(low, new Not(new IsNull(low))));
    Stored part = new Stored(rows.table(), Optional.of(sure));
    Stored rest =
        new Stored(
            rows.table(), Optional.of(new Expression.Or(List.of(new Not(low), new IsNull(low)))));
    try (Connection connection = connect()) {
      RandomTables.store(connection, connector().sql(), textType(), rows);
      RandomTables.store(connection, connector().sql(), textType(), others);
      for (int i = 0; i < SENTENCES; i++) {
        Optional<Expression> where = sentences.where();
        Expression check = sentences.row(2, false);
        Result.Tallied all = tallied(connection, whole, where, check);
        Result.Tallied denied = tallied(connection, whole, where, new Not(check));
        assertThat(all.violations() + denied.violations() + all.undecided()).isEqualTo(all.rows());
        assertThat(denied.undecided()).isEqualTo(all.undecided());
        assertThat(tallied(connection, whole, where, new Not(new Not(check)))).isEqualTo(all);
        Result.Tallied one = tallied(connection, part, where, check);
        Result.Tallied two = tallied(connection, rest, where, check);
        assertThat(
                new Result.Tallied(
                    one.rows() + two.rows(),
                    one.violations() + two.violations(),
                    one.undecided() + two.undecided()))
            .isEqualTo(all);
      }
    }
  }

  private Result.Tallied tallied(
      Connection connection, Stored relation, Optional<Expression> where, Expression check)
      throws SQLException {
    SqlCompiler compiler = new SqlCompiler(connector().sql());
    Tally tally = new Tally(new Scope(relation, where), check, List.of());
    Scan scan = new Scan("held", List.of(tally));
    List<@Nullable Object> row = rows(connection, compiler.compile(scan)).get(0);
    return (Result.Tallied) compiler.results(scan, row).values().iterator().next();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void marksAreTheViolatingRows(long seed) throws SQLException {
    Random random = new Random(seed);
    RandomTables tables = new RandomTables(random, this::holds);
    TableEvaluator.Rows rows = tables.rows("marked_" + seed, 40);
    TableEvaluator.Rows others = tables.rows("others_" + seed, 6);
    TableEvaluator evaluator = new TableEvaluator(rows, List.of(others));
    RandomSentences sentences = new RandomSentences(random, tables, others.table());
    SqlCompiler compiler = new SqlCompiler(connector().sql());
    Stored candidate = new Stored(rows.table(), Optional.empty());
    try (Connection connection = connect()) {
      RandomTables.store(connection, connector().sql(), textType(), rows);
      RandomTables.store(connection, connector().sql(), textType(), others);
      for (int round = 0; round < 12; round++) {
        List<Marks.Flag> flags = new ArrayList<>();
        List<List<Integer>> violating = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          Expression check = sentences.row(2, true);
          Optional<Expression> where = sentences.where();
          List<String> per = sentences.per();
          flags.add(new Marks.Flag("f" + i, check, where, per, Optional.empty()));
          violating.add(evaluator.judge(new Question(Level.ROW, check, where, per)).violating());
        }
        String name = "marks_" + seed + "_" + round;
        List<String> names = flags.stream().map(Marks.Flag::name).toList();
        Marks marks = new Marks(new Table(List.of(name), name, compiler.markColumns(names)), flags);
        for (Statement statement : compiler.createMarks(candidate, marks)) {
          execute(connection, statement);
        }
        for (int i = 0; i < flags.size(); i++) {
          String query =
              "SELECT c.%s FROM %s c JOIN %s m ON c.%s = m.%s WHERE m.%s ORDER BY 1"
                  .formatted(
                      compiler.quoted("n"),
                      compiler.quoted(rows.table()),
                      compiler.quoted(name),
                      connector().sql().rowIdentity(),
                      compiler.quoted(Marks.ROW),
                      compiler.quoted("f" + i));
          List<Integer> marked =
              rows(connection, new Statement(query, List.of())).stream()
                  .map(row -> ((Number) row.get(0)).intValue())
                  .toList();
          assertThat(marked)
              .as(flags.get(i) + compiler.createMarks(candidate, marks).get(1).sql())
              .isEqualTo(violating.get(i));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void rowsAreRepairedSetAsideAndCopied(long seed) throws SQLException {
    Random random = new Random(seed);
    RandomTables tables = new RandomTables(random, this::holds);
    TableEvaluator.Rows rows = tables.rows("acted_" + seed, 30);
    TableEvaluator.Rows others = tables.rows("beside_" + seed, 6);
    TableEvaluator evaluator = new TableEvaluator(rows, List.of(others));
    RandomSentences sentences = new RandomSentences(random, tables, others.table());
    SqlCompiler compiler = new SqlCompiler(connector().sql());
    Stored candidate = new Stored(rows.table(), Optional.empty());
    List<Marks.Flag> flags = new ArrayList<>();
    List<List<Integer>> violating = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Expression check = sentences.row(1, true);
      flags.add(new Marks.Flag("f" + i, check, Optional.empty(), List.of(), Optional.empty()));
      violating.add(
          evaluator.judge(new Question(Level.ROW, check, Optional.empty(), List.of())).violating());
    }
    List<Repair> repairs =
        List.of(
            new Repair("f0", "j", new Constant(BigDecimal.valueOf(3), Type.INTEGER)),
            new Repair("f1", "j", new Constant(BigDecimal.valueOf(9), Type.INTEGER)),
            new Repair("f1", "t", new Constant("x", Type.TEXT)));
    List<List<Object>> expected = new ArrayList<>();
    for (int row = 0; row < rows.rows().size(); row++) {
      if (!violating.get(2).contains(row)) {
        boolean first = violating.get(0).contains(row);
        boolean second = violating.get(1).contains(row);
        Map<String, ? extends @Nullable Object> values = rows.rows().get(row);
        expected.add(
            List.of(
                row,
                first ? "3" : second ? "9" : String.valueOf(values.get("j")),
                second ? "x" : String.valueOf(values.get("t"))));
      }
    }
    List<String> names = flags.stream().map(Marks.Flag::name).toList();
    Table table = new Table(List.of("acts_" + seed), "acts", compiler.markColumns(names));
    Marks marks = new Marks(table, flags);
    TableEvaluator.Rows target = new TableEvaluator.Rows(named(rows, "target_" + seed), List.of());
    TableEvaluator.Rows held = new TableEvaluator.Rows(named(rows, "held_" + seed), List.of());
    try (Connection connection = connect()) {
      for (TableEvaluator.Rows each : List.of(rows, others, target, held)) {
        RandomTables.store(connection, connector().sql(), each);
      }
      for (String column : List.of("sluice_run", "sluice_reasons", "sluice_at")) {
        Type type = column.equals("sluice_at") ? Type.TIMESTAMPTZ : Type.TEXT;
        String add =
            "ALTER TABLE %s ADD COLUMN %s %s"
                .formatted(compiler.quoted(held.table()), column, connector().sql().typeName(type));
        execute(connection, new Statement(add, List.of()));
      }
      for (Statement statement : compiler.createMarks(candidate, marks)) {
        execute(connection, statement);
      }
      List<String> columns = List.of("n", "j", "t");
      Repaired repaired = new Repaired(candidate, marks, List.of("f2"), repairs);
      execute(connection, compiler.insert(repaired, target.table(), columns));
      execute(
          connection,
          compiler.quarantine(
              candidate,
              marks,
              Map.of("f2", "the third"),
              held.table(),
              List.of("n"),
              "run",
              Instant.parse("2026-01-31T12:30:00Z")));
      execute(connection, compiler.update(candidate, marks, List.of("f2"), repairs));
      execute(connection, compiler.delete(candidate, marks, List.of("f2")));
      assertThat(content(connection, target.table())).isEqualTo(expected);
      assertThat(content(connection, rows.table())).isEqualTo(expected);
      assertThat(
              rows(
                  connection,
                  new Statement(
                      "SELECT %s, sluice_reasons FROM %s ORDER BY 1"
                          .formatted(compiler.quoted("n"), compiler.quoted(held.table())),
                      List.of())))
          .hasToString(
              violating.get(2).stream().map(row -> "[" + row + ", [\"the third\"]]").toList() + "");
    }
  }

  private static Table named(TableEvaluator.Rows rows, String name) {
    return new Table(List.of(name), name, rows.table().columns());
  }

  private List<List<Object>> content(Connection connection, Table table) throws SQLException {
    List<List<Object>> content = new ArrayList<>();
    SqlCompiler compiler = new SqlCompiler(connector().sql());
    String query =
        "SELECT %s, %s, %s FROM %s ORDER BY 1"
            .formatted(
                compiler.quoted("n"),
                compiler.quoted("j"),
                compiler.quoted("t"),
                compiler.quoted(table));
    for (List<@Nullable Object> row : rows(connection, new Statement(query, List.of()))) {
      content.add(
          List.of(
              ((Number) row.get(0)).intValue(),
              String.valueOf(row.get(1)),
              String.valueOf(row.get(2))));
    }
    return content;
  }

  private void compare(
      Connection connection,
      Scan scan,
      Map<Measurement, Object> expected,
      Map<Measurement, String> wrong) {
    SqlCompiler compiler = new SqlCompiler(connector().sql());
    Statement statement = compiler.compile(scan);
    String said = scan.purpose() + "\n" + statement.sql() + "\n" + statement.parameters();
    try {
      List<List<@Nullable Object>> answer = rows(connection, statement);
      assertThat(answer).hasSize(1);
      compiler
          .results(scan, answer.get(0))
          .forEach(
              (measurement, result) -> {
                Object wanted = expected.get(measurement);
                if (!near(wanted, result)) {
                  wrong.put(
                      measurement,
                      shortened(measurement) + "\n is " + result + " not " + wanted + "\n" + said);
                }
              });
    } catch (SQLException refused) {
      scan.measurements()
          .forEach(measurement -> wrong.put(measurement, refused.getMessage() + "\n" + said));
    }
  }

  private static String shortened(Measurement measurement) {
    return measurement
        .toString()
        .replaceAll("Type\\[family=(\\w+)[^]]*]", "$1")
        .replaceAll("Table\\[.*?]]]?", "T");
  }

  static boolean near(@Nullable Object wanted, Result result) {
    if (wanted instanceof Result.Measured exact && result instanceof Result.Measured measured) {
      return near(exact.value(), measured.value());
    }
    return result.equals(wanted);
  }

  private static boolean near(@Nullable Object wanted, @Nullable Object measured) {
    if (wanted instanceof Double one && measured instanceof Double two) {
      double size = Math.max(Math.abs(one), Math.abs(two));
      return one.equals(two)
          || one + 0.0 == two + 0.0
          || Math.abs(one - two) <= 1e-9 * size + 1e-12;
    }
    if (wanted instanceof BigDecimal one && measured instanceof BigDecimal two) {
      return one.compareTo(two) == 0;
    }
    return wanted == null ? measured == null : wanted.equals(measured);
  }

  private void execute(Connection connection, Statement statement) throws SQLException {
    try (PreparedStatement prepared = prepare(connection, statement)) {
      prepared.execute();
    }
  }

  private List<List<@Nullable Object>> rows(Connection connection, Statement statement)
      throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (PreparedStatement prepared = prepare(connection, statement);
        ResultSet result = prepared.executeQuery()) {
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private PreparedStatement prepare(Connection connection, Statement statement)
      throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement.sql());
    int index = 1;
    for (Object value : statement.parameters()) {
      prepared.setObject(index++, value == null ? null : connector().sql().bound(value));
    }
    return prepared;
  }
}
