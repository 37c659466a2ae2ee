package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What `check` says of whole suites, on real databases. */
final class CheckTest {

  @TempDir Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table orders (id integer, amount decimal(10, 2), name varchar(20))",
        "insert into orders values (3, 2.5, 'b'), (2, null, 'a'), (1, -1, null)");
    return ground;
  }

  private static List<String> told(Report report) {
    return report.diagnostics().stream().map(CheckTest::told).toList();
  }

  private static String told(Diagnostic diagnostic) {
    return diagnostic.code() + " " + diagnostic.message();
  }

  private static ExpectationReport only(Report report) {
    assertThat(report.suites()).hasSize(1);
    assertThat(report.suites().get(0).expectations()).hasSize(1);
    return report.suites().get(0).expectations().get(0);
  }

  @ParameterizedTest
  @EnumSource(Ground.Kind.class)
  void rowsOfAQueryAreTheViolationsInOrderWithoutWhatIsSensitive(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.check(
            """
                table: orders
                sensitive: [name]
                samples: 2
                sql:
                  - name: all_of_them
                    query: select id, name, amount from orders; -- every one
                """);
    ExpectationReport line = only(report);
    assertThat(line.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(line.violations()).isEqualTo(3);
    assertThat(line.samples())
        .extracting(each -> String.valueOf(each.get(ground.natural("id"))))
        .contains("1", "2");
    assertThat(line.samples())
        .allSatisfy(each -> assertThat(each).doesNotContainKeys("name", "NAME"));
    assertThat(line.samplesTruncated()).isTrue();
    assertThat(line.sql()).noneMatch(each -> each.startsWith("select *"));
  }

  @Test
  void aQueryThatWritesIsRefusedBeforeAnythingRuns() {
    Ground ground = ground(Ground.Kind.DUCKDB);
    Report report =
        ground.check(
            """
            table: orders
            expect: [idd > 0]
            sql:
              - {name: gone, query: delete from orders}
              - {name: two, query: select 1; drop table orders}
            """);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(told(report))
        .containsExactly(
            "E0401 no column `idd` in `orders`",
            "E0603 `delete` does not begin a query",
            "E0603 a second statement");
    assertThat(ground.rows("select count(*) from orders")).containsExactly("3");
  }

  @ParameterizedTest
  @EnumSource(Ground.Kind.class)
  void aPlanOverItsBudgetIsRefused(Ground.Kind kind) {
    Ground ground = ground(kind);
    String lines = "table: orders\nexpect: [id is unique, amount > 0 else warn]\n";
    Report scans = ground.check(lines + "budget: {scans: 1}\n");
    assertThat(scans.exitCode()).isEqualTo(2);
    assertThat(told(scans)).containsExactly("E0605 this takes 2 scans, and the budget is 1 scan");
    assertThat(told(ground.check(lines + "budget: {rows: 2}\n")))
        .containsExactly("E0605 the candidate has 3 rows, and the budget is 2 rows");
    assertThat(told(ground.gate(lines + "publish: {into: target}\nbudget: {rows: 2}\n")))
        .containsExactly("E0605 the candidate has 3 rows, and the budget is 2 rows");
    assertThat(ground.check(lines + "budget: {scans: 2, rows: 3}\n").outcome())
        .isEqualTo(Outcome.WARNED);
  }

  /** Among them one that is not met, one with an error, one that writes its own SQL. */
  @ParameterizedTest
  @EnumSource(Ground.Kind.class)
  void suitesAtOnceSayWhatTheySayOneAfterTheOther(Ground.Kind kind) {
    Ground ground = ground(kind);
    List<String> suites = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      String name = "suite_" + number + ".yml";
      suites.add(name);
      ground.write(
          name,
          "connection: here\ntable: orders\nexpect: [id is unique, amount > "
              + (number - 6)
              + ", \"distinct_count(name) = 2\", \"avg(amount) < "
              + number
              + "\"]\nsql: [{name: q, query: \"select id from orders where id > "
              + number
              + "\"}]\n");
    }
    Report one = ground.check(suites, Optional.of(1));
    Report many = ground.check(suites, Optional.of(5));
    Report usual = ground.check(suites, Optional.empty());
    assertThat(one.suites()).hasSize(12);
    assertThat(outcomes(one)).contains("FAILED4[MET", "PASSED4[MET");
    assertThat(outcomes(many)).isEqualTo(outcomes(one));
    assertThat(outcomes(usual)).isEqualTo(outcomes(one));
  }

  private static String outcomes(Report report) {
    return report.suites().stream()
        .map(
            suite ->
                suite.suite()
                    + suite.outcome()
                    + suite.scans()
                    + suite.expectations().stream()
                        .map(each -> each.verdict() + " " + each.observed() + each.samples())
                        .toList())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void everythingWrongIsToldInOneRun() {
    Report report =
        ground(Ground.Kind.DUCKDB)
            .check(
                """
                table: orders
                tabels: {}
                where: amuont > 0
                sensitive: [nobody]
                params: {day: {type: date}}
                expect:
                  - idd > 0
                  - name = 3
                  - row_count > 0 else drop
                """);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(told(report))
        .containsExactly(
            "E0102 unknown key `tabels`",
            "E0401 no column `amuont` in `orders`",
            "E0401 no column `nobody` in `orders`",
            "E0404 no value for `$day`",
            "E0401 no column `idd` in `orders`",
            "E0501 cannot compare `name` with `3`",
            "E0301 `drop` needs a check on rows");
  }

  @Test
  void withoutItsTableASuiteIsStillRead() {
    Report report =
        ground(Ground.Kind.DUCKDB)
            .check("table: ordres\nexpect: [row_count > 0 else drop, id >> 3]\n");
    assertThat(told(report))
        .containsExactly(
            "E0402 no table `ordres`",
            "E0301 `drop` needs a check on rows",
            "E0201 `>>` is not a comparison");
  }

  @Test
  void aDefinitionThatNothingUsesIsReadAsWell() {
    Report report =
        ground(Ground.Kind.DUCKDB)
            .check(
                """
                table: orders
                define:
                  big: amount > 100
                  never(x): lenght(x) > 3
                  round_and: about
                  about: round_and
                expect:
                  - bigg
                """);
    assertThat(told(report))
        .containsExactly(
            "E0403 no function or metric `lenght`",
            "E0407 `round_and` is defined by itself",
            "E0401 no column `bigg` in `orders`");
    assertThat(report.diagnostics().get(2).help()).contains("did you mean `big`?");
  }

  @Test
  void samplesShowTheColumnsOfTheCheckAndTheKeyAlone() {
    Report report =
        ground(Ground.Kind.DUCKDB)
            .check(
                """
                table: orders
                expect:
                  - amount > 0 where name is null
                """);
    assertThat(only(report).samples()).hasSize(1);
    assertThat(only(report).samples().get(0)).containsOnlyKeys("amount");
  }

  @Test
  void aMetricOfAnotherTableIsNotExplainedByTheRowsOfThisOne() {
    Report report =
        ground(Ground.Kind.DUCKDB)
            .check(
                """
                table: orders
                expect:
                  - sum(id) of (orders where id > 9) > 0
                """);
    assertThat(only(report).message()).isEqualTo("sum(id) of (orders where id > 9) is NULL");
  }

  @Test
  void aFileIsRefusedWhereTheDatabaseReadsNone() {
    Ground ground = ground(Ground.Kind.POSTGRESQL);
    ground.write("names.csv", "name\na\n");
    String files = "table: orders\ntables: {names: names.csv}\n";
    Report used = ground.check(files + "expect: [name in names.name]\n");
    assertThat(used.exitCode()).isEqualTo(2);
    assertThat(told(used))
        .containsExactly("E0402 `names.csv` is a data file, and postgresql reads no files");
    assertThat(ground.check(files + "expect: [id > 0]\n").exitCode()).isZero();
  }
}
