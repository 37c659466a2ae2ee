package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.type.Type;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that are to take rows and cannot are refused before anything is written. */
final class DestinationTest {

  private static final String EXPECT = "expect:\n  - id > 0 else quarantine\n";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer, note varchar(20))",
        "insert into staging values (1, 'a'), (-2, 'b')",
        "create table target (id integer, note varchar(20))");
    return ground;
  }

  private static void refused(Ground ground, String suite, String message) {
    Report report = ground.gate(suite + EXPECT);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.diagnostics().get(0).message()).isEqualTo(message);
    assertThat(ground.rows("select count(*) from target")).containsExactly("0");
    assertThat(ground.ledger()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theCandidateIsNoTarget(Ground.Kind kind) {
    refused(
        ground(kind),
        "table: staging\npublish: {into: staging}\n",
        "`staging` is the candidate itself");
  }

  @ParameterizedTest
  @EnumSource
  void aViewIsNoTarget(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("create view looked as select * from target");
    refused(
        ground,
        "table: staging\npublish: {into: looked}\n",
        "`looked` is a view: no rows can be written there");
  }

  @ParameterizedTest
  @EnumSource
  void theTargetIsNoQuarantine(Ground.Kind kind) {
    Ground ground = ground(kind);
    refused(
        ground,
        "table: staging\npublish: {into: target}\nquarantine: target\n",
        "the quarantine `" + ground.natural("target") + "` is the target");
  }

  @ParameterizedTest
  @EnumSource
  void aQuarantineOfAnEarlierShape(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table aside (id integer, sluice_run varchar(40), sluice_reasons varchar(400),"
            + " sluice_at "
            + ground.connector().sql().typeName(Type.TIMESTAMPTZ)
            + ")");
    refused(
        ground,
        "table: staging\npublish: {into: target}\nquarantine: aside\n",
        "the candidate does not fit the quarantine `"
            + ground.natural("aside")
            + "`: there is no column `"
            + ground.natural("note")
            + "`");
  }

  @ParameterizedTest
  @EnumSource
  void aMissingColumnThatMayNotBeNull(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "drop table target",
        "create table target (id integer, note varchar(20), n integer not null)");
    refused(
        ground,
        "table: staging\npublish: {into: target}\n",
        "the candidate does not fit `target`: `"
            + ground.natural("n")
            + "` may not be null there and is missing here");
  }

  @ParameterizedTest
  @EnumSource
  void whatTheDatabaseFillsMayBeMissing(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "drop table target",
        "create table target (\"NOTE\" varchar(20), n integer not null default 3, id integer)");
    Report report = ground.gate("table: staging\npublish: {into: target}\n" + EXPECT);
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id, \"NOTE\", n from target")).containsExactly("1 a 3");
  }
}
