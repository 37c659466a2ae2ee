package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.engine.report.GateReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.TextReport;
import dev.sluice.engine.report.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The in-place shape: a table that is already there is judged and repaired. */
final class InPlaceTest {

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table orders (id integer, amount integer, note varchar(20)"
            + ground.keyColumn()
            + ")",
        "insert into orders (id, amount, note) values (1, 10, 'a'), (2, -5, 'b'), (2, -5, 'b'), (3, null, 'c'),"
            + " (4, 900, 'd')");
    return ground;
  }

  private static GateReport gate(Report report) {
    return report.suites().get(0).gate().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void everyPolicyThatChangesRowsDoesSoInOneTransaction(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.gate(
            "table: orders\nexpect:\n"
                + "  - id is unique else drop keeping first amount\n"
                + "  - amount < 100 else quarantine\n"
                + "  - amount >= 0 else default 0\n"
                + "  - note != 'a' else warn\n"
                + "ensure:\n  - id is unique\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(gate(report).shape()).isEqualTo("in place");
    assertThat(ground.rows("select id, amount, note from orders order by id"))
        .containsExactly("1 10 a", "2 0 b", "3 null c");
    assertThat(ground.rows("select id, amount from orders_quarantine")).containsExactly("4 900");
    assertThat(gate(report).dropped()).isEqualTo(1);
    assertThat(gate(report).quarantined()).isEqualTo(1);
    assertThat(gate(report).published()).isEqualTo(3);
    assertThat(gate(report).defaulted()).containsEntry(ground.natural("amount"), 1L);
    assertThat(report.suites().get(0).expectations().get(3).verdict()).isEqualTo(Verdict.WARNED);
    assertThat(ground.ledger()).containsExactly("published");
  }

  @ParameterizedTest
  @EnumSource
  void failAndRollbackLeaveTheTableAsItWas(Ground.Kind kind) {
    Ground ground = ground(kind);
    for (String action : new String[] {"fail", "rollback"}) {
      Report report =
          ground.gate(
              "table: orders\nexpect:\n"
                  + "  - amount < 100 else quarantine\n"
                  + "  - amount >= 0 else "
                  + action
                  + "\n");
      assertThat(report.exitCode()).isEqualTo(action.equals("fail") ? 1 : 4);
      assertThat(ground.rows("select count(*), sum(amount) from orders")).containsExactly("5 900");
      assertThat(ground.isWithoutRows("orders_quarantine")).isTrue();
    }
    assertThat(ground.ledger()).containsExactly("failed", "rolled_back");
  }

  @ParameterizedTest
  @EnumSource
  void aFailingEnsureUndoesTheRepairs(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.gate(
            "table: orders\nexpect:\n"
                + "  - amount >= 0 else default 0\n"
                + "ensure:\n  - row_count > 100\n");
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(ground.rows("select count(*) from orders where amount = -5")).containsExactly("2");
    assertThat(ground.ledger()).containsExactly("rolled_back");
  }

  @ParameterizedTest
  @EnumSource
  void whereNarrowsWhatIsChanged(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.gate("table: orders\nwhere: id < 4\nexpect:\n  - amount >= 0 else drop\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from orders order by id")).containsExactly("1", "3", "4");
    assertThat(gate(report).published()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfAViewAreNotChanged(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("create view shown as select * from orders");
    Report report = ground.gate("table: shown\nexpect:\n  - amount >= 0 else drop\n");
    assertThat(report.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(ground.rows("select count(*) from orders")).containsExactly("5");
  }

  @Test
  void aTableWithoutRowIdentityIsCalledThat() {
    Ground ground = Ground.of(Ground.Kind.SQLITE, folder);
    ground.sql("create table wr (id integer primary key) without rowid");
    Report report = ground.gate("table: wr\nexpect: [id > 0 else drop]\n");
    assertThat(report.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(report.diagnostics())
        .extracting(Diagnostic::message)
        .contains("`wr` is a table without row identity: its rows cannot be changed in place");
  }

  @Test
  void oneRowIsToldAsOne() {
    Report report =
        ground(Ground.Kind.DUCKDB).gate("table: orders\nwhere: id = 1\nexpect: [id > 0]\n");
    assertThat(
            TextReport.render(report, new TextReport.Options(false, TextReport.Detail.NORMAL, 200)))
        .containsPattern("(?m)^ *1 candidate row = 1 published");
  }
}
