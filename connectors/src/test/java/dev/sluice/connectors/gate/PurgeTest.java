package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Old rows of quarantine and ledger go, and nothing else. */
final class PurgeTest {

  private static final String SUITE =
      "table: staging\nparams: {name: {type: text}}\npublish: {into: target}\nbatch: $name\n"
          + "expect:\n  - id > 0 else quarantine\n";
  private static final Duration OLD = Duration.ofDays(90);

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table staging (id integer)", "insert into staging values (1), (-2), (-3)");
    ground.gate(SUITE, "name=old");
    ground.sql(
        "update sluice_ledger set started_at = started_at - interval '91' day,"
            + " ended_at = ended_at - interval '91' day",
        "update target_quarantine set sluice_at = sluice_at - interval '91' day");
    ground.gate(SUITE, "name=young");
    return ground;
  }

  private static String message(Report report) {
    return report.suites().get(0).message();
  }

  @ParameterizedTest
  @EnumSource
  void oldRowsGoAndYoungOnesStay(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report dry = ground.purge(SUITE, OLD, true);
    assertThat(dry.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(message(dry))
        .startsWith("dry run: it would purge 2 rows of the quarantine and 1 run of the ledger")
        .endsWith("; 1 run of these published a batch, which then can be published again");
    assertThat(ground.rows("select count(*) from target_quarantine")).containsExactly("4");
    Report report = ground.purge(SUITE, OLD, false);
    assertThat(report.exitCode()).isZero();
    assertThat(message(report))
        .startsWith("purged 2 rows of the quarantine and 1 run of the ledger, from before 20");
    assertThat(ground.rows("select count(*) from target_quarantine")).containsExactly("2");
    assertThat(ground.rows("select batch from sluice_ledger")).containsExactly("young");
    assertThat(ground.rows("select count(*) from target")).containsExactly("2");
    assertThat(message(ground.purge(SUITE, OLD, false)))
        .startsWith("purged 0 rows of the quarantine and 0 runs of the ledger");
    // what the ledger does not know was never published
    assertThat(ground.gate(SUITE, "name=old").suites().get(0).gate().orElseThrow().published())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOfAnotherSuiteStays(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("create table other as select * from staging");
    String other = SUITE.replace("table: staging", "suite: other\ntable: other");
    assertThat(message(ground.purge(other, OLD, false)))
        .startsWith("purged 0 rows of the quarantine and 0 runs of the ledger");
    assertThat(ground.rows("select count(*) from target_quarantine")).containsExactly("4");
    assertThat(ground.ledger()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aRunThatMayBeAliveStays(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("update sluice_ledger set state = 'running', ended_at = null where batch = 'young'");
    Report report = ground.purge(SUITE, Duration.ofNanos(1), false);
    assertThat(message(report)).startsWith("purged 4 rows of the quarantine and 1 run");
    assertThat(ground.ledger()).containsExactly("running");
    ground.sql("update sluice_ledger set started_at = started_at - interval '2' day");
    assertThat(message(ground.purge(SUITE, Duration.ofHours(1), false)))
        .startsWith("purged 0 rows of the quarantine and 1 run of the ledger");
    assertThat(ground.ledger()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whereNothingIsThereNothingIsPurged(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    Report report = ground.purge(SUITE, OLD, false);
    assertThat(report.exitCode()).isZero();
    assertThat(ground.exists("sluice_ledger")).isFalse();
  }
}
