package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.GateReport;
import dev.sluice.engine.report.JsonReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The load shape: the step runs inside the gate's transaction, and is undone with it. */
final class LoadTest {

  private static final String LOAD = "table: orders\nload: load.sql\n";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table raw (id integer, amount integer, loaded date)",
        "insert into raw values (1, 10, '2026-01-31'), (2, -5, '2026-01-31'),"
            + " (3, 7, '2026-02-01')");
    if (kind.definitionsCommit()) {
      ground.sql("create table orders (id integer, amount integer" + ground.keyColumn() + ")");
      ground.write(
          "load.sql", "insert into orders (id, amount) select id, amount from raw; -- all of it\n");
    } else {
      ground.write("load.sql", "create table orders as select id, amount from raw; -- all of it\n");
    }
    return ground;
  }

  private static ExpectationReport line(Report report, int index) {
    return report.suites().get(0).expectations().get(index);
  }

  private static GateReport gate(Report report) {
    return report.suites().get(0).gate().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void aStepThatCreatesItsTableIsJudgedAndCommitted(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report = ground.gate(LOAD + "expect:\n  - id is unique\n  - amount < 100\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(gate(report).shape()).isEqualTo("load");
    assertThat(gate(report).published()).isEqualTo(3);
    assertThat(ground.rows("select id from orders order by id")).containsExactly("1", "2", "3");
    assertThat(ground.ledger()).containsExactly("published");
  }

  @ParameterizedTest
  @EnumSource
  void failAndRollbackUndoTheStep(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report failed = ground.gate(LOAD + "expect:\n  - amount >= 0 else fail\n");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(ground.isWithoutRows("orders")).isTrue();
    Report rolledBack = ground.gate(LOAD + "expect:\n  - amount >= 0 else rollback\n");
    assertThat(rolledBack.exitCode()).isEqualTo(4);
    assertThat(ground.isWithoutRows("orders")).isTrue();
    assertThat(ground.ledger()).containsExactly("failed", "rolled_back");
  }

  @ParameterizedTest
  @EnumSource
  void policiesMoveAndChangeRowsThere(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.gate(
            LOAD
                + "expect:\n"
                + "  - id < 3 else quarantine\n"
                + "  - amount >= 0 else default 0\n"
                + "ensure:\n  - row_count = 2\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id, amount from orders order by id"))
        .containsExactly("1 10", "2 0");
    assertThat(ground.rows("select id, sluice_reasons from orders_quarantine"))
        .containsExactly("3 [\"id < 3\"]");
    assertThat(gate(report).defaulted()).containsEntry(ground.natural("amount"), 1L);
  }

  @ParameterizedTest
  @EnumSource
  void dropTakesRowsOutAndWarnLeavesThem(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.gate(LOAD + "expect:\n  - amount >= 0 else drop\n  - id < 3 else warn\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from orders order by id")).containsExactly("1", "3");
    assertThat(line(report, 1).verdict()).isEqualTo(Verdict.WARNED);
    assertThat(gate(report).dropped()).isEqualTo(1);
  }

  /** A rerun types nothing, and tells every line all the same: what it is called and its level. */
  @ParameterizedTest
  @EnumSource
  void aRerunTellsTheLinesAsTheFirstRunDid(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "drop table if exists orders",
        "create table orders (id integer, amount integer, note varchar(40))");
    ground.write("load.sql", "insert into orders select id, amount, 'a' from raw;\n");
    String suite =
        LOAD
            + """
            batch: b
            define: {small: max(id) < 1000, positive: id > 0}
            schema: {columns: {id: any}}
            sql: [{name: q, query: select id from orders where id < 0}]
            expect: [small, positive, id < 100 + avg(amount), row_count > 0 per note]
            columns: {id: [{expect: value > 0, name: own}]}
            ensure: [row_count > 0, "max(id) < 100", id > 0]
            """;
    List<String> first = levels(ground.gate(suite));
    assertThat(first).contains("small table", "ensure: row_count > 0 table", "q row", "own row");
    Report again = ground.gate(suite);
    assertThat(gate(again).alreadyPublished()).isTrue();
    assertThat(levels(again)).isEqualTo(first);
  }

  private static List<String> levels(Report report) {
    assertThat(report.outcome())
        .as(report.suites().get(0).message() + report.diagnostics())
        .isEqualTo(Outcome.PUBLISHED);
    return report.suites().get(0).expectations().stream()
        .map(each -> each.id() + " " + each.level())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void parametersAreBoundOutsideQuotes(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "drop table if exists orders",
        "create table orders (id integer, amount integer, note varchar(40))");
    ground.write(
        "load.sql",
        "insert into orders select id, amount, '$day; stays' from raw where loaded = $day;\n");
    Report report =
        ground.gate(
            LOAD + "params: {day: {type: date}}\nbatch: $day\nexpect:\n  - row_count = 2\n",
            "day=2026-01-31");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select distinct note from orders")).containsExactly("$day; stays");
    Report again =
        ground.gate(
            LOAD + "params: {day: {type: date}}\nbatch: $day\nexpect:\n  - row_count = 2\n",
            "day=2026-01-31");
    assertThat(gate(again).alreadyPublished()).isTrue();
    assertThat(ground.rows("select count(*) from orders")).containsExactly("2");
  }

  @ParameterizedTest
  @EnumSource
  void aScriptThatCommitsIsRefusedBeforeAnythingRuns(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.write(
        "load.sql", "insert into orders (id, amount) select id, amount from raw;\ncommit;\n");
    Report report = ground.gate(LOAD + "expect:\n  - id is unique\n");
    assertThat(report.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.diagnostics()).hasSize(1);
    assertThat(report.diagnostics().get(0).file().name()).isEqualTo("load.sql");
    assertThat(ground.isWithoutRows("orders")).isTrue();
    assertThat(ground.ledger()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeThatShowsOnlyAfterTheStepUndoesIt(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report = ground.gate(LOAD + "expect:\n  - amuont >= 0\n");
    assertThat(report.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.diagnostics().get(0).help().orElse("")).containsIgnoringCase("amount");
    assertThat(JsonReport.write(report)).contains("\"diagnostics\"").doesNotContain("\"suites\"");
    assertThat(ground.isWithoutRows("orders")).isTrue();
    // where the step cannot make the table, the mistake shows before it runs
    assertThat(ground.ledger())
        .containsExactlyElementsOf(kind.definitionsCommit() ? List.of() : List.of("failed"));
  }

  @ParameterizedTest
  @EnumSource
  void aStepThatFailsIsAnErrorWithTheDatabasesWords(Ground.Kind kind) {
    Ground ground = ground(kind);
    String step =
        kind.definitionsCommit() ? "insert into orders (id, amount) " : "create table orders as ";
    ground.write("load.sql", step + "select id, amount from raw; select * from nowhere;");
    Report report = ground.gate(LOAD + "expect:\n  - id is unique\n");
    assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(report.suites().get(0).message()).containsIgnoringCase("nowhere");
    assertThat(line(report, 0).verdict()).isEqualTo(Verdict.ERROR);
    assertThat(ground.isWithoutRows("orders")).isTrue();
    assertThat(ground.ledger()).containsExactly("failed");
  }
}
