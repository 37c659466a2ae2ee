package dev.sluice.engine.sql;

import static dev.sluice.engine.sql.Sentences.CUSTOMERS;
import static dev.sluice.engine.sql.Sentences.ORDERS;
import static dev.sluice.engine.sql.Sentences.and;
import static dev.sluice.engine.sql.Sentences.col;
import static dev.sluice.engine.sql.Sentences.compare;
import static dev.sluice.engine.sql.Sentences.filtered;
import static dev.sluice.engine.sql.Sentences.isCustomer;
import static dev.sluice.engine.sql.Sentences.isNull;
import static dev.sluice.engine.sql.Sentences.measure;
import static dev.sluice.engine.sql.Sentences.not;
import static dev.sluice.engine.sql.Sentences.number;
import static dev.sluice.engine.sql.Sentences.ofTable;
import static dev.sluice.engine.sql.Sentences.or;
import static dev.sluice.engine.sql.Sentences.text;
import static dev.sluice.engine.sql.Sentences.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.RegexParser;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Marks.Chosen;
import dev.sluice.engine.plan.Marks.Flag;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Groups;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Measurement.Value;
import dev.sluice.engine.plan.Planner;
import dev.sluice.engine.plan.Relation.Repair;
import dev.sluice.engine.plan.Relation.Repaired;
import dev.sluice.engine.plan.Relation.Stored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every construct as SQL of two databases, to be read. Written anew with -Dgolden.update=true. */
final class GoldenSqlTest {

  private static final Stored ALL = new Stored(ORDERS, Optional.empty());
  private static final Scope SCOPE = new Scope(ALL, Optional.empty());
  private static final Expression AMOUNT = col("amount");

  private interface Made {
    List<Statement> by(SqlCompiler compiler, SqlProfile profile);
  }

  private static Map<String, Made> cases() {
    Map<String, Made> cases = new LinkedHashMap<>();
    cases.put("row_checks", rows());
    cases.put("functions", functions());
    cases.put("where", where());
    cases.put("uniqueness", scans(tally(unique(col("id"))), tally(unique(col("id"), lower()))));
    cases.put(
        "uniqueness_per_group",
        scans(new Tally(SCOPE, unique(col("id")), List.of("day", "status"))));
    cases.put(
        "uniqueness_within_a_statement", scans(tally(or(isNull(AMOUNT), unique(col("status"))))));
    cases.put("references", scans(tally(isCustomer())));
    cases.put("references_within_a_statement", scans(tally(or(isNull(AMOUNT), isCustomer()))));
    cases.put(
        "order",
        scans(
            new Tally(
                SCOPE,
                new Expression.Ordered(AMOUNT, col("placed"), true, true),
                List.of("customer"))));
    cases.put(
        "rows_against_the_table",
        scans(
            tally(compare(AMOUNT, "<=", measure(Metric.AVG, Type.DECIMAL, AMOUNT))),
            new Tally(
                SCOPE,
                compare(AMOUNT, "<", measure(Metric.MEDIAN, Type.DOUBLE, AMOUNT)),
                List.of("status"))));
    cases.put("metrics", metrics());
    cases.put("metrics_of_frequencies", frequencies());
    cases.put("metrics_of_moments", scans(value(measure(Metric.SKEWNESS, Type.DOUBLE, AMOUNT))));
    cases.put("groups", groups());
    cases.put("samples", samples());
    cases.put("marks", marks());
    cases.put("writes", writes());
    return cases;
  }

  private static Made scans(Measurement... measurements) {
    return (compiler, profile) ->
        Planner.plan(List.of(measurements), profile).stream().map(compiler::compile).toList();
  }

  private static Tally tally(Expression check) {
    return new Tally(SCOPE, check, List.of());
  }

  private static Value value(Expression.Measure measure) {
    return new Value(SCOPE, measure);
  }

  private static Expression lower() {
    return apply("lower", col("status"));
  }

  private static Expression apply(String name, Expression... arguments) {
    return apply(Functions.of(name), arguments);
  }

  private static Expression apply(Function function, Expression... arguments) {
    List<Type> types = Stream.of(arguments).map(Expression::type).toList();
    return new Apply(function, List.of(arguments), function.typing().result(types).orElseThrow());
  }

  private static Made rows() {
    return scans(
        tally(not(isNull(col("id")))),
        tally(and(compare(AMOUNT, ">=", number("0")), compare(AMOUNT, "<=", number("99.5")))),
        tally(compare(col("status"), "<", text("it's"))),
        tally(new Expression.In(col("status"), List.of(text("new"), text("paid")))),
        tally(new Expression.Like(col("status"), "50\\%", Optional.empty())),
        tally(new Expression.Like(col("status"), "50!%", Optional.of("!"))),
        tally(new Expression.Matches(col("status"), RegexParser.read("a.b+"))),
        tally(compare(col("score"), ">=", AMOUNT)),
        tally(compare(col("score"), "!=", col("score"))),
        tally(
            compare(
                col("placed"),
                "<",
                new Constant(LocalDateTime.of(2024, 1, 31, 12, 0), Type.TIMESTAMP))));
  }

  private static Made functions() {
    Expression age =
        apply(
            Functions.SUBTRACT,
            new Constant(LocalDateTime.of(2024, 1, 31, 12, 0), Type.TIMESTAMP),
            col("placed"));
    return scans(
        tally(compare(apply("length", col("status")), "<", number("10"))),
        tally(compare(apply("round", AMOUNT, number("1")), "=", AMOUNT)),
        tally(compare(apply(Functions.DIVIDE, AMOUNT, col("id")), "<", number("2"))),
        tally(compare(apply(Functions.MULTIPLY, col("id"), number("2")), "<", number("7"))),
        tally(compare(age, "<", new Constant(Duration.ofMinutes(90), Type.DURATION))),
        tally(compare(apply("number", col("status")), ">", number("1"))),
        tally(apply("is_date", col("status"), text("yyyy"))),
        tally(apply("ends_with", apply("concat", col("status"), text("x")), text("dx"))));
  }

  private static Made where() {
    Stored filtered =
        new Stored(
            ORDERS,
            Optional.of(
                compare(col("day"), "=", new Constant(LocalDate.of(2024, 1, 31), Type.DATE))));
    Optional<Expression> where = Optional.of(compare(col("status"), "!=", text("void")));
    return scans(
        new Tally(new Scope(filtered, where), compare(AMOUNT, ">", number("0")), List.of()),
        new Tally(new Scope(filtered, Optional.empty()), isNull(col("score")), List.of()),
        new Tally(new Scope(filtered, where), unique(col("id")), List.of()),
        new Tally(new Scope(filtered, Optional.of(isCustomer())), isNull(col("id")), List.of()));
  }

  private static Made metrics() {
    return scans(
        new Measurement.Rows(SCOPE),
        value(measure(Metric.COUNT, Type.INTEGER, col("status"))),
        value(measure(Metric.SUM, Type.DECIMAL, AMOUNT)),
        value(
            filtered(
                measure(Metric.AVG, Type.DECIMAL, AMOUNT),
                compare(col("status"), "=", text("paid")))),
        value(measure(Metric.MIN, Type.TEXT, col("status"))),
        value(measure(Metric.STDDEV, Type.DOUBLE, col("id"))),
        value(measure(Metric.SHARE, Type.DECIMAL, isNull(col("status")))),
        value(measure(Metric.CORRELATION, Type.DOUBLE, col("id"), AMOUNT)),
        value(measure(Metric.MEDIAN, Type.DOUBLE, AMOUNT)),
        value(measure(Metric.PERCENTILE_DISC, AMOUNT.type(), AMOUNT, number("0.95"))),
        value(ofTable(CUSTOMERS, measure(Metric.ROW_COUNT, Type.INTEGER))));
  }

  private static Made frequencies() {
    return scans(
        value(measure(Metric.DISTINCT_COUNT, Type.INTEGER, col("status"))),
        value(measure(Metric.DUPLICATE_COUNT, Type.INTEGER, col("status"))),
        value(measure(Metric.MODE, Type.TEXT, col("status"))),
        value(measure(Metric.ENTROPY, Type.DOUBLE, col("status"))));
  }

  private static Groups groups(Expression check) {
    return new Groups(SCOPE, check, List.of("status"));
  }

  private static Made groups() {
    Expression average = measure(Metric.AVG, Type.DECIMAL, AMOUNT);
    return scans(
        groups(and(compare(average, ">=", number("10")), compare(average, "<=", number("50")))),
        groups(compare(measure(Metric.ROW_COUNT, Type.INTEGER), ">", number("3"))),
        groups(
            compare(
                measure(Metric.SUM, Type.DECIMAL, AMOUNT),
                "<",
                ofTable(CUSTOMERS, measure(Metric.ROW_COUNT, Type.INTEGER)))));
  }

  private static Made samples() {
    Map<String, Expression> shown = Map.of("row_count", measure(Metric.ROW_COUNT, Type.INTEGER));
    return (compiler, profile) ->
        List.of(
            compiler.samples(sought(unique(col("id")), "status")),
            compiler.samples(
                List.of(
                    sought(compare(AMOUNT, ">", number("0")), "amount"),
                    sought(not(isNull(col("status"))), "status"))),
            compiler.groupSamples(
                groups(compare(shown.values().iterator().next(), ">", number("3"))), shown, 5));
  }

  private static Sought sought(Expression check, String column) {
    return new Sought(SCOPE, check, List.of(), List.of("id", column), List.of("id"), 5);
  }

  private static final List<Flag> FLAGS =
      List.of(
          new Flag(
              "f1",
              compare(AMOUNT, ">", number("0")),
              Optional.of(not(isNull(col("status")))),
              List.of(),
              Optional.empty()),
          new Flag("f2", isCustomer(), Optional.empty(), List.of(), Optional.empty()),
          new Flag(
              "f3",
              unique(col("id")),
              Optional.empty(),
              List.of("day"),
              Optional.of(new Chosen(List.of(col("id")), "placed", true))));

  private static Marks marks(SqlCompiler compiler) {
    Table table =
        new Table(List.of("marks"), "marks", compiler.markColumns(List.of("f1", "f2", "f3")));
    return new Marks(table, FLAGS);
  }

  private static Made marks() {
    return (compiler, profile) -> {
      Marks marks = marks(compiler);
      List<Statement> all = new ArrayList<>(compiler.createMarks(ALL, marks));
      all.add(
          compiler.countMarked(
              marks,
              List.of(
                  Marked.any(List.of("f1", "f2")),
                  new Marked(List.of("f3"), List.of("f1", "f2")))));
      return all;
    };
  }

  private static Made writes() {
    List<Repair> repairs =
        List.of(new Repair("f1", "amount", number("0")), new Repair("f3", "amount", AMOUNT));
    Table target = new Table(List.of("main", "target"), "target", ORDERS.columns());
    List<String> columns = List.of("id", "amount");
    return (compiler, profile) -> {
      Marks marks = marks(compiler);
      return List.of(
          compiler.quarantine(
              ALL, marks, Map.of("f2", "a \"b\""), target, columns, "run", Instant.EPOCH),
          compiler.delete(ALL, marks, List.of("f2")),
          compiler.update(ALL, marks, List.of("f2"), repairs),
          compiler.insert(ALL, target, columns),
          compiler.insert(new Repaired(ALL, marks, List.of("f2"), repairs), target, columns),
          compiler.deleteMatching(target, Optional.of(compare(AMOUNT, "<", number("5")))),
          compiler.deleteKeys(ALL, target, columns),
          compiler.countOutside(ALL, compare(AMOUNT, "<", number("5"))));
    };
  }

  @TestFactory
  List<DynamicTest> eachConstruct() {
    return cases().entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(each.getKey(), () -> check(each.getKey(), each.getValue())))
        .toList();
  }

  private static void check(String name, Made made) throws Exception {
    StringBuilder text = new StringBuilder();
    text.append(section("DuckDB", TestProfile.DUCKDB, made));
    text.append(section("PostgreSQL", TestProfile.POSTGRESQL, made));
    Path file =
        Path.of(
            System.getProperty("sluice.root", ".."),
            "engine/src/test/resources/sql",
            name + ".sql");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(text.toString()).isEqualTo(Files.readString(file));
  }

  private static String section(String database, SqlProfile profile, Made made) {
    StringBuilder text = new StringBuilder("-- " + database + "\n\n");
    for (Statement statement : made.by(new SqlCompiler(profile), profile)) {
      text.append(statement.sql()).append(";\n");
      if (!statement.parameters().isEmpty()) {
        text.append("-- ").append(statement.parameters()).append('\n');
      }
      text.append('\n');
    }
    return text.toString();
  }
}
