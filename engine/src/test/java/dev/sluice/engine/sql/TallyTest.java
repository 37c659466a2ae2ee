package dev.sluice.engine.sql;

import static dev.sluice.engine.sql.Sentences.ORDERS;
import static dev.sluice.engine.sql.Sentences.and;
import static dev.sluice.engine.sql.Sentences.col;
import static dev.sluice.engine.sql.Sentences.compare;
import static dev.sluice.engine.sql.Sentences.isCustomer;
import static dev.sluice.engine.sql.Sentences.isNull;
import static dev.sluice.engine.sql.Sentences.measure;
import static dev.sluice.engine.sql.Sentences.not;
import static dev.sluice.engine.sql.Sentences.number;
import static dev.sluice.engine.sql.Sentences.or;
import static dev.sluice.engine.sql.Sentences.text;
import static dev.sluice.engine.sql.Sentences.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Result.Tallied;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Planner;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Scan;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rows, violations, undecided of row checks, each in both forms of counting. */
final class TallyTest {

  private static DuckDb database;

  private record Case(
      String name,
      Expression check,
      Optional<Expression> where,
      List<String> per,
      Tallied wanted) {}

  @BeforeAll
  static void open() throws Exception {
    database = new DuckDb();
  }

  @AfterAll
  static void close() throws Exception {
    database.close();
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    Expression amount = col("amount");
    Expression score = col("score");
    add(cases, "id is not null", not(isNull(col("id"))), 5, 1, 0);
    add(cases, "amount > 0", compare(amount, ">", number("0")), 5, 1, 1);
    add(
        cases,
        "amount between 0 and 10",
        and(compare(amount, ">=", number("0")), compare(amount, "<=", number("10"))),
        5,
        2,
        1);
    add(cases, "status = 'paid'", compare(col("status"), "=", text("paid")), 5, 2, 1);
    add(cases, "status < 'a'", compare(col("status"), "<", text("a")), 5, 3, 1);
    add(
        cases,
        "status in ('new', 'paid')",
        new Expression.In(col("status"), List.of(text("new"), text("paid"))),
        5,
        1,
        1);
    add(
        cases,
        "status like 'pa%'",
        new Expression.Like(col("status"), "pa%", Optional.empty()),
        5,
        2,
        1);
    add(
        cases,
        "status like '\\%'",
        new Expression.Like(col("status"), "\\%", Optional.empty()),
        5,
        4,
        1);
    add(
        cases,
        "status matches '.aid'",
        new Expression.Matches(
            col("status"),
            new Regex.Sequence(
                List.of(
                    new Regex.Any(),
                    new Regex.Literal('a'),
                    new Regex.Literal('i'),
                    new Regex.Literal('d')))),
        5,
        1,
        1);
    add(cases, "score > 2, NaN is not", compare(score, ">", number("2")), 5, 2, 1);
    add(cases, "score < 2, infinity is not", compare(score, "<", number("2")), 5, 3, 1);
    add(cases, "score = score, NaN is not", compare(score, "=", score), 5, 1, 1);
    add(cases, "score != score, NaN is", compare(score, "!=", score), 5, 3, 1);
    add(cases, "score >= amount", compare(score, ">=", amount), 5, 2, 2);
    add(
        cases,
        "day >= 2024-01-02",
        compare(col("day"), ">=", new Constant(LocalDate.parse("2024-01-02"), Type.DATE)),
        5,
        1,
        1);
    add(
        cases,
        "id is null or amount > 15",
        or(isNull(col("id")), compare(amount, ">", number("15"))),
        5,
        2,
        1);
    add(cases, "id is unique", unique(col("id")), 5, 2, 1);
    add(cases, "(id, day) is unique", unique(col("id"), col("day")), 5, 2, 2);
    add(cases, "customer in customers.id", isCustomer(), 5, 2, 1);
    add(cases, "not customer in customers.id", not(isCustomer()), 5, 2, 1);
    add(
        cases,
        "id is unique and amount > 15",
        and(unique(col("id")), compare(amount, ">", number("15"))),
        5,
        5,
        0);
    add(
        cases,
        "amount <= avg(amount)",
        compare(amount, "<=", measure(Metric.AVG, Type.DECIMAL, amount)),
        5,
        2,
        1);
    cases.add(
        new Case(
            "id is unique where amount is not null",
            unique(col("id")),
            Optional.of(not(isNull(amount))),
            List.of(),
            new Tallied(4, 0, 1)));
    cases.add(
        new Case(
            "status is unique per day",
            unique(col("status")),
            Optional.empty(),
            List.of("day"),
            new Tallied(5, 2, 1)));
    cases.add(
        new Case(
            "amount >= avg(amount) per day",
            compare(amount, ">=", measure(Metric.AVG, Type.DECIMAL, amount)),
            Optional.empty(),
            List.of("day"),
            new Tallied(5, 0, 1)));
    cases.add(
        new Case(
            "amount > 0 where customer in customers.id",
            compare(amount, ">", number("0")),
            Optional.of(isCustomer()),
            List.of(),
            new Tallied(2, 0, 0)));
    add(
        cases,
        "placed is increasing(id)",
        new Expression.Ordered(col("placed"), col("id"), false, false),
        5,
        0,
        1);
    add(
        cases,
        "amount is strictly_increasing(placed)",
        new Expression.Ordered(amount, col("placed"), false, true),
        5,
        1,
        2);
    return cases;
  }

  private static void add(
      List<Case> cases, String name, Expression check, long rows, long violations, long undecided) {
    cases.add(
        new Case(
            name, check, Optional.empty(), List.of(), new Tallied(rows, violations, undecided)));
  }

  @TestFactory
  List<DynamicTest> eachAlone() {
    List<DynamicTest> tests = new ArrayList<>();
    for (boolean prunes : new boolean[] {true, false}) {
      SqlProfile profile = duckdb(prunes);
      for (Case each : cases()) {
        tests.add(
            DynamicTest.dynamicTest(
                each.name() + (prunes ? ", apart" : ", in one pass"),
                () ->
                    assertThat(measured(profile, List.of(tally(each))).values())
                        .containsExactly(each.wanted())));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> allTogether() {
    List<DynamicTest> tests = new ArrayList<>();
    for (boolean prunes : new boolean[] {true, false}) {
      tests.add(
          DynamicTest.dynamicTest(
              prunes ? "apart" : "in one pass",
              () -> {
                List<Measurement> all =
                    List.copyOf(cases().stream().map(TallyTest::tally).toList());
                Map<Measurement, Measurement.Result> results = measured(duckdb(prunes), all);
                for (Case each : cases()) {
                  assertThat(results.get(tally(each))).as(each.name()).isEqualTo(each.wanted());
                }
              }));
    }
    return tests;
  }

  private static Tally tally(Case each) {
    return new Tally(
        new Scope(new Relation.Stored(ORDERS, Optional.empty()), each.where()),
        each.check(),
        each.per());
  }

  private static SqlProfile duckdb(boolean prunes) {
    TestProfile duckdb = (TestProfile) TestProfile.DUCKDB;
    return new TestProfile(
        duckdb.dialect(),
        duckdb.templates(),
        duckdb.rowIdentity(),
        duckdb.rowIdentityType(),
        duckdb.names(),
        duckdb.matchTemplate(),
        duckdb.codePointOrderTemplate(),
        prunes);
  }

  private static Map<Measurement, Measurement.Result> measured(
      SqlProfile profile, List<Measurement> measurements) throws Exception {
    Map<Measurement, Measurement.Result> results = new LinkedHashMap<>();
    SqlCompiler compiler = new SqlCompiler(profile);
    for (Scan scan : Planner.plan(measurements, profile)) {
      Statement statement = compiler.compile(scan);
      try {
        results.putAll(compiler.results(scan, database.rows(statement).get(0)));
      } catch (SQLException refused) {
        throw new AssertionError(statement.sql() + "\n" + statement.parameters(), refused);
      }
    }
    return results;
  }
}
