package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Triggers that keep rows as they are, and say nothing: the gate notices, and undoes everything.
 */
final class RefusedWritesTest {

  private static final String KEPT = ": a trigger or a policy of the database may keep rows";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer, v integer)",
        "insert into staging values (1, 10), (2, -1), (3, -1)",
        "create table target (id integer, v integer)",
        "insert into target values (2, 5), (9, 5)");
    return ground;
  }

  /** Some rows of a table are passed over by these statements. */
  private static void passesOver(Ground ground, String table, String event, String which) {
    if (ground.kind() == Ground.Kind.SQLITE) {
      ground.sql(
          "create trigger passes_over before %s on %s when %s begin select raise(ignore); end"
              .formatted(event, table, which));
    } else {
      ground.sql(
          "create function pass_over() returns trigger language plpgsql as"
              + " 'begin return null; end'",
          "create trigger passes_over before %s on %s for each row when (%s) execute function pass_over()"
              .formatted(event, table, which));
    }
  }

  private static void refused(Ground ground, Report report, String code, String words) {
    assertThat(report.exitCode()).as(report.toString()).isEqualTo(3);
    Failure failure = report.suites().get(0).error().orElseThrow();
    assertThat(failure.message()).contains(words);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(ground.rows("select id, v from staging order by id"))
        .containsExactly("1 10", "2 -1", "3 -1");
    assertThat(ground.rows("select id, v from target order by id")).containsExactly("2 5", "9 5");
    assertThat(ground.ledger()).containsExactly("failed");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void aRepairThatDidNotHappen(Ground.Kind kind) {
    Ground ground = ground(kind);
    passesOver(ground, "staging", "update", "old.id = 3");
    Report report = ground.gate("table: staging\nexpect: [v > 0 else default 1]\n");
    refused(ground, report, "not_written", "2 rows were to be repaired, and 1 was" + KEPT);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void aRowThatWasNotTakenOut(Ground.Kind kind) {
    Ground ground = ground(kind);
    passesOver(ground, "staging", "delete", "old.id = 3");
    Report report = ground.gate("table: staging\nexpect: [v > 0 else drop]\n");
    refused(ground, report, "candidate_changed", "1 row was taken out where the audit counted 2");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void aRowThatWasNotPublished(Ground.Kind kind) {
    Ground ground = ground(kind);
    passesOver(ground, "target", "insert", "new.id = 3");
    Report report =
        ground.gate("table: staging\nexpect: [v > 0 else warn]\npublish: {into: target}\n");
    refused(ground, report, "candidate_changed", "2 rows were published where the audit counted 3");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void aRowThatWasNotReplaced(Ground.Kind kind) {
    Ground ground = ground(kind);
    passesOver(ground, "target", "delete", "old.id = 9");
    Report report =
        ground.gate(
            "table: staging\nexpect: [v > 0 else warn]\npublish: {into: target, mode: replace}\n");
    refused(
        ground, report, "not_written", "1 row of the target is still there after being replaced");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void aRowThatWasNotMerged(Ground.Kind kind) {
    Ground ground = ground(kind);
    passesOver(ground, "target", "delete", "old.id = 2");
    Report report =
        ground.gate(
            "table: staging\nexpect: [v > 0 else warn]\n"
                + "publish: {into: target, mode: merge, key: id}\n");
    refused(
        ground, report, "not_written", "1 row of the target is still there after being replaced");
  }

  /** `ctid` is that of another row in a child. */
  @Test
  void aTableThatOthersInheritFromIsNotChangedInPlace() {
    Ground ground = Ground.of(Ground.Kind.POSTGRESQL, folder);
    ground.sql(
        "create table parent (id integer, v integer)",
        "create table child () inherits (parent)",
        "insert into parent values (1, 1), (2, 5)",
        "insert into child values (11, 5), (3, 7)");
    Report report = ground.gate("table: parent\nexpect: [v != 7 else default 8]\n");
    assertThat(report.exitCode()).as(report.toString()).isEqualTo(2);
    assertThat(ground.rows("select id, v from parent order by id"))
        .containsExactly("1 1", "2 5", "3 7", "11 5");
    Report published =
        ground.gate(
            "table: parent\nexpect: [v != 7 else default 8]\npublish: {into: parent_clean}\n");
    assertThat(published.exitCode()).as(published.toString()).isZero();
    assertThat(ground.rows("select id, v from parent_clean order by id"))
        .containsExactly("1 1", "2 5", "3 8", "11 5");
  }
}
