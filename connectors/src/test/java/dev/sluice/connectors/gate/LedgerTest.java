package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ledger holds of runs that end, do not end, and are run again. */
final class LedgerTest {

  private static final String HERE = "connection: here\n";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer, note varchar(20)" + ground.keyColumn() + ")",
        "insert into staging (id, note) values (1, 'a'), (2, 'b')");
    return ground;
  }

  private static String suite(String from, String into, String line) {
    return "table: "
        + from
        + "\npublish: {into: "
        + into
        + "}\nbatch: one\nexpect:\n  - "
        + line
        + "\n";
  }

  private static String message(Report report) {
    return report.suites().get(0).message();
  }

  @ParameterizedTest
  @EnumSource
  void everySuiteOfARunHasItsRow(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.write("one.yml", HERE + suite("staging", "first", "id > 0"));
    ground.write("two.yml", HERE + suite("first", "second", "id in first.id"));
    ground.write("three.yml", HERE + suite("second", "third", "id > 1 else rollback"));
    ground.write("four.yml", HERE + suite("staging", "fourth", "id > 1"));
    Report report = ground.gateAll(false, "one.yml", "two.yml", "three.yml", "four.yml");
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(report.suites()).hasSize(3);
    assertThat(ground.rows("select suite, state from sluice_ledger order by started_at"))
        .containsExactly("one published", "two published", "three rolled_back");
    Report all = ground.gateAll(true, "three.yml", "four.yml", "one.yml");
    assertThat(all.exitCode()).isEqualTo(1);
    assertThat(all.suites())
        .extracting(each -> each.outcome())
        .containsExactly(Outcome.ROLLED_BACK, Outcome.FAILED, Outcome.PUBLISHED);
  }

  @ParameterizedTest
  @EnumSource
  void whatAKilledRunLeftIsSettled(Ground.Kind kind) {
    Ground ground = ground(kind);
    String failing = suite("staging", "target", "id > 1");
    ground.gate(failing);
    // as a process leaves it that was killed while it worked
    ground.sql("update sluice_ledger set state = 'running', ended_at = null, message = null");
    Report report = ground.gate(suite("staging", "target", "id > 0"));
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(message(report))
        .contains("of the same load had not ended: its row in the ledger says `failed` now");
    assertThat(ground.ledger()).containsExactly("failed", "published");
  }

  @ParameterizedTest
  @EnumSource
  void aRerunTellsWhatChanged(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite = suite("staging", "target", "id > 0");
    ground.gate(suite);
    assertThat(message(ground.gate(suite))).contains("nothing was done").doesNotContain("since");
    assertThat(message(ground.gate(suite + "owner: growth\n")))
        .contains("the suite has changed since");
    ground.sql("update staging set note = 'z' where id = 2");
    assertThat(message(ground.gate(suite)))
        .contains("nothing was done; the candidate has changed since");
    ground.sql("delete from staging where id = 2");
    assertThat(message(ground.gate(suite)))
        .contains("the candidate has changed since: 1 row now, 2 then");
    assertThat(ground.rows("select count(*) from target")).containsExactly("2");
  }

  @ParameterizedTest
  @EnumSource
  void aRepairInPlaceIsNoChangeOfTheCandidate(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite =
        "table: staging\nbatch: one\nexpect:\n"
            + "  - id > 1 else drop\n  - note = 'x' else default 'x'\n";
    assertThat(ground.gate(suite).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(message(ground.gate(suite))).contains("nothing was done").doesNotContain("since");
    ground.sql("update staging set note = 'y'");
    assertThat(message(ground.gate(suite))).contains("the candidate has changed since");
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedRunLeavesEverythingAsItWas(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite =
        "table: staging\nbatch: one\nload: more.sql\nexpect: [id > 1 else drop, id is unique]\n";
    ground.write("more.sql", "insert into staging (id, note) values (3, 'c')");
    Report report = ground.interruptedGate(suite);
    assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(report.exitCode()).isEqualTo(130);
    assertThat(report.suites().get(0).error().orElseThrow().code()).isEqualTo("interrupted");
    assertThat(ground.rows("select id from staging order by id")).containsExactly("1", "2");
    assertThat(ground.ledger()).containsExactly("failed");
    assertThat(ground.gate(suite).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from staging order by id")).containsExactly("2", "3");
  }
}
