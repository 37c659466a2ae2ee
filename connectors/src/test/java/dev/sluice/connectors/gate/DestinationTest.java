package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

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
  void aQuarantineOfAnEarlierShapeGrows(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table aside (\"ID\" bigint, gone integer, sluice_run varchar(40),"
            + " sluice_reasons varchar(400), sluice_at timestamp with time zone)",
        "insert into aside values (-9, 3, 'earlier', '[\"id > 0\"]', now())");
    String suite = "table: staging\npublish: {into: target}\nquarantine: aside\n" + EXPECT;
    assertThat(ground.dryRun(suite).exitCode()).isZero();
    assertThat(ground.rows("select * from aside")).singleElement().asString().startsWith("-9 3 ea");
    assertThat(ground.gate(suite).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select \"ID\", gone, note, sluice_reasons from aside order by 1"))
        .containsExactly("-9 3 null [\"id > 0\"]", "-2 null b [\"id > 0\"]");
    ground.sql("alter table staging add column more date");
    ground.sql("alter table target add column more date");
    ground.sql("update staging set more = date '2026-01-31'");
    assertThat(ground.gate(suite).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(
            ground.rows("select note, more from aside where \"ID\" = -2 order by more nulls last"))
        .containsExactly("b 2026-01-31", "b null");
  }

  @ParameterizedTest
  @EnumSource
  void aQuarantineWithOtherTypesIsRefused(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table aside (id varchar(20), note integer, sluice_run varchar(40),"
            + " sluice_reasons varchar(400), sluice_at date)");
    refused(
        ground,
        "table: staging\npublish: {into: target}\nquarantine: aside\n",
        ground.natural(
            "the candidate does not fit the quarantine `aside`: `id` is text there and integer here;"
                + " `note` is integer there and text here; `sluice_at` is date there and timestamptz"
                + " here",
            "`",
            "`"));
  }

  @ParameterizedTest
  @EnumSource
  void everyDifferenceOfATargetIsListed(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "drop table target",
        "drop table staging",
        "create table staging (id integer, taken timestamp, price decimal(8, 2), share double"
            + " precision, extra integer)",
        "create table target (id varchar(20), taken date, price decimal(8, 1), share decimal(8, 1),"
            + " must integer not null)");
    refused(
        ground,
        "table: staging\npublish: {into: target}\n",
        "the candidate does not fit `target`: "
            + ground.natural(
                "`id` is text there and integer here; `taken` is date"
                    + " there and timestamp here; `price` is decimal(8, 1) there and decimal(8, 2) here;"
                    + " `share` is decimal(8, 1) there and double here; there is no column `extra`; `must`"
                    + " may not be null there and is missing here",
                "`",
                "`"));
  }

  @ParameterizedTest
  @EnumSource
  void widerTypesTakeNarrowerOnes(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "drop table target",
        "drop table staging",
        "create table staging (id integer, taken date, price decimal(8, 2), n smallint)",
        "insert into staging values (1, date '2026-01-31', 1.25, 2)",
        "create table target (id decimal(9, 1), taken timestamp, price double precision, n bigint)");
    Report report = ground.gate("table: staging\npublish: {into: target}\n" + EXPECT);
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id, price, n from target")).containsExactly("1.0 1.25 2");
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
