package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.Sluice;
import dev.sluice.engine.Suite;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A load step runs in the gate's own session; what it sets there gives no sentence a meaning. */
final class HostileSessionsTest {

  @TempDir private Path folder;

  @Test
  void onPostgresWhatAStepSetsDecidesNothing() {
    Ground ground = Ground.of(Ground.Kind.POSTGRESQL, folder);
    ground.sql(
        "create schema other",
        "create table raw (tz timestamptz, v text)",
        "insert into raw values ('2024-01-01 23:30:00+00', 'a\\b')");
    String suite =
        "table: made\nload: load.sql\nexpect:\n"
            + "  - date(tz) = 2024-01-01\n"
            + "  - v = 'a\\b'\n"
            + "  - hour(tz) = 23\n";
    for (String setting :
        List.of(
            "set time zone 'Asia/Tokyo'",
            "set standard_conforming_strings = off",
            "set extra_float_digits = -10",
            "set local time zone 'Asia/Tokyo'",
            "set default_transaction_read_only = on",
            "reset all")) {
      ground.sql("drop table if exists made");
      ground.write("load.sql", "create table made as select * from raw;\n" + setting + ";\n");
      Report report = ground.gate(suite);
      assertThat(report.outcome()).as(setting + report.suites()).isEqualTo(Outcome.PUBLISHED);
    }
    ground.sql("drop table made");
    ground.write(
        "load.sql", "create table made as select * from raw;\nset datestyle = 'SQL, DMY';\n");
    // the driver gives a connection up that writes dates in another way
    assertThat(ground.gate(suite).outcome()).isEqualTo(Outcome.ERROR);
    assertThat(ground.exists("made")).isFalse();
  }

  /** Some of these would commit here, the others change what the gate then asks. */
  @ParameterizedTest
  @EnumSource(names = {"H2", "MARIADB"})
  void whereDefinitionsCommitAStepSetsNothing(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table made (a integer)");
    for (String setting :
        List.of(
            "set time_zone = 'Europe/Vienna'",
            "set @@session.time_zone = 'Europe/Vienna'",
            "set @@sql_mode = ''",
            "set names utf8mb4 collate utf8mb4_general_ci",
            "set sql_select_limit = 1",
            "set @x = 1, autocommit = 1",
            "set statement sql_mode = '' for insert into made values (2)",
            "set time zone 'Asia/Tokyo'",
            "set mode MySQL",
            "set ignorecase true",
            "set lock_mode 0",
            "set schema information_schema",
            "use mysql",
            "execute immediate 'commit'",
            "EXECUTE IMMEDIATE 'create table other (a integer)'",
            "prepare s from 'commit'",
            "xa start 'a'")) {
      ground.write("load.sql", "insert into made values (1);\n" + setting + ";\n");
      Report report = ground.gate("table: made\nload: load.sql\nexpect: [a > 0]\n");
      assertThat(report.exitCode()).as(setting + Outputs.told(report)).isEqualTo(2);
      assertThat(report.diagnostics().get(0).message()).endsWith("may not stand in a load script");
      assertThat(ground.rows("select count(*) from made")).containsExactly("0");
    }
  }

  /** A step in Java can say anything: what it left behind is looked at. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "set time_zone = 'Europe/Vienna'",
        "set sql_mode = 'ANSI_QUOTES'",
        "set names utf8mb4 collate utf8mb4_general_ci",
        "set default_regex_flags = 'DOTALL'",
        "set sql_select_limit = 1",
        "set max_error_count = 0"
      })
  void aStepInJavaThatGaveTheSessionAnotherMeaningIsUndone(String setting) {
    Ground ground = Ground.of(Ground.Kind.MARIADB, folder);
    ground.sql("create table made (a integer)");
    ground.write("made.yml", "connection: here\ntable: made\nexpect: [a > 0]\n");
    Report report =
        Sluice.open("here")
            .gate(
                Suite.of(folder.resolve("made.yml")),
                handle -> {
                  handle.execute("insert into made values (1)");
                  handle.execute(setting);
                });
    assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(Outputs.told(report)).contains("session gives SQL another meaning");
    assertThat(ground.rows("select count(*) from made")).containsExactly("0");
  }
}
