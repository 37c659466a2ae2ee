package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.JsonReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hours that repeat and days that never were: neither machine nor session changes an answer. */
final class HostileTimesTest {

  private static final List<String> ZONES =
      List.of(
          "UTC",
          "America/New_York",
          "Europe/Vienna",
          "Asia/Kathmandu",
          "Pacific/Apia",
          "Africa/Casablanca",
          "Australia/Lord_Howe");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL"})
  void zonesOfMachineAndDatabaseDecideNothing(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table t (id integer, ts timestamp, tz timestamptz, d date)",
        "insert into t values (1, '2024-03-31 02:30:00', '2024-03-31 02:30:00+00', '2024-03-31'),"
            + " (2, '2024-10-27 02:30:00', '2024-10-27 00:30:00+00', '2024-10-27'),"
            + " (3, '2011-12-30 12:00:00', '2011-12-30 12:00:00+00', '2011-12-30'),"
            + " (4, '0001-01-01 00:00:00', '0001-01-01 00:00:00+00', '0001-01-01'),"
            + " (5, '9999-12-31 23:59:59.999999', '9999-12-30 23:59:59.999999+00', '9999-12-31')");
    TimeZone machine = TimeZone.getDefault();
    List<String> told = new ArrayList<>();
    try {
      for (String zone : ZONES) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        if (kind == Ground.Kind.POSTGRESQL) {
          String database = ground.url().replaceFirst(".*/", "");
          ground.sql("alter database " + database + " set timezone = '" + zone + "'");
        }
        for (String own :
            zone.equals("UTC")
                ? List.of("UTC", "Europe/Vienna")
                : List.of(told.size() % 2 == 0 ? "UTC" : "Europe/Vienna")) {
          Report report =
              ground.check(
                  """
                  table: t
                  zone: %s
                  samples: 20
                  expect:
                    - ts = 2024-03-31T02:30:00
                    - tz = 2024-03-31T02:30:00Z
                    - tz > 2024-06-01T00:00:00+02:00
                    - d = 2024-10-27
                    - date(tz) = d
                    - hour(tz) = 2
                    - hour(ts) = 2
                    - ts >= d
                    - tz - ts < 1 hour
                    - age(ts) > 100 weeks
                    - max(tz) < 2030-01-01T00:00:00Z
                    - min(ts) = 0001-01-01T00:00:00
                    - max(tz where id = 2) = 2024-10-27T00:30:00Z
                    - max(d where id = 3) = 2011-12-30
                  """
                      .formatted(own));
          assertThat(report.diagnostics()).isEmpty();
          told.add(own + " " + plain(report));
        }
      }
    } finally {
      TimeZone.setDefault(machine);
    }
    assertThat(told.stream().distinct()).hasSize(2);
    assertThat(told.get(0)).doesNotContain("\"error\": {");
  }

  private static String plain(Report report) {
    return JsonReport.write(report).replaceAll("\"(run_id|started_at|elapsed_ms)\": [^\n]*\n", "");
  }

  @Test
  void whatAStepSetsForItsSessionDecidesNothing() {
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
}
