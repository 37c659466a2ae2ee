package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.JsonReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values at the edges of their types mean the same on every database, wherever it runs. */
final class HostileValuesTest {

  @TempDir private Path folder;

  /** Judges lines, each written with what must come of it: {@code line -> violations/undecided}. */
  private static void judge(Ground ground, String head, List<String> lines) {
    String sentences =
        lines.stream()
            .map(each -> "  - \"" + each.split(" -> ", 2)[0] + "\"\n")
            .collect(Collectors.joining());
    Report report = ground.check(head + "expect:\n" + sentences);
    assertThat(report.diagnostics()).isEmpty();
    List<String> found = new ArrayList<>();
    List<ExpectationReport> told = report.suites().get(0).expectations();
    for (int index = 0; index < lines.size(); index++) {
      ExpectationReport line = told.get(index);
      found.add(lines.get(index).split(" -> ", 2)[0] + " -> " + result(line));
    }
    assertThat(found).containsExactlyElementsOf(lines);
  }

  private static String result(ExpectationReport line) {
    if (line.verdict() == Verdict.ERROR) {
      return "error";
    }
    return line.level().equals("row")
        ? line.violations() + "/" + line.undecided()
        : line.verdict().word();
  }

  @ParameterizedTest
  @EnumSource
  void notANumberAndInfinities(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table t (d double precision, f real)",
        "insert into t values ('NaN', 'NaN'), ('Infinity', 'Infinity'), ('-Infinity', '-Infinity'),"
            + " (1, 1), (null, null)");
    judge(
        ground,
        "table: t\n",
        List.of(
            "d > 0 -> 2/1",
            "d < 0 -> 3/1",
            "d = d -> 1/1",
            "d != 5 -> 0/1",
            "d between 0 and 10 -> 3/1",
            "not d between 0 and 10 -> 1/1",
            "d in (1, 2) -> 3/1",
            "f > 0 -> 2/1",
            "d > 0 or f <= 0 -> 1/1",
            "d is unique -> 0/1",
            "max(d) < 100 -> failed",
            "avg(d) < 100 -> failed",
            "sum(d) > 0 -> failed"));
  }

  @ParameterizedTest
  @EnumSource
  void numbersThatDoNotFitAreErrorsOrExact(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table t (b bigint, i integer, m decimal(38, 10), s text)",
        "insert into t values (9223372036854775807, 2147483647, 9999999999999999999999999999.5,"
            + " '12'), (9223372036854775807, 2147483647, 0.0000000001, 'abc'), (0, 0, 0, '1e400'),"
            + " (null, null, null, null)");
    judge(
        ground,
        "table: t\n",
        List.of(
            "sum(b) = 18446744073709551614 -> met",
            "sum(i) = 4294967294 -> met",
            "avg(b) > 6148914691236517204 -> met",
            "sum(m) = 9999999999999999999999999999.5000000001 -> met",
            "b * b >= 0 -> error",
            "b / 0 > 1 -> 0/4",
            "i + 1 > i -> 0/1",
            "number(s) = 12 -> 0/3",
            "s = '12' -> 2/1",
            "b <= 9223372036854775807 -> 0/1",
            "b < 9223372036854775808 -> 0/1"));
  }

  @Test
  void collationsOfTheDatabaseDecideNothing() {
    Ground ground = Ground.of(Ground.Kind.POSTGRESQL, folder);
    ground.sql(
        "create collation loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false)",
        "create table t (v text collate loose, plain text)",
        "insert into t values ('a', 'a'), ('A', 'A'), ('\u00e4', '\u00e4'), ('a ', 'a ')",
        "create table other (v text collate loose)",
        "insert into other values ('A')");
    judge(
        ground,
        "table: t\n",
        List.of(
            "v = 'a' -> 3/0",
            "v is unique -> 0/0",
            "v in ('a', 'A') -> 2/0",
            "v in other.v -> 3/0",
            "v = plain -> 0/0",
            "v like 'a%' -> 2/0",
            "v < 'a' -> 3/0",
            "distinct_count(v) = 4 -> met",
            "max(v) = '\u00e4' -> met"));
  }

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
      for (String zone :
          List.of(
              "UTC",
              "America/New_York",
              "Europe/Vienna",
              "Asia/Kathmandu",
              "Pacific/Apia",
              "Africa/Casablanca",
              "Australia/Lord_Howe",
              "Asia/Tehran")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        if (kind == Ground.Kind.POSTGRESQL) {
          String database = ground.url().replaceFirst(".*/", "");
          ground.sql("alter database " + database + " set timezone = '" + zone + "'");
        }
        for (String own : List.of("UTC", "Europe/Vienna")) {
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
            "set datestyle = 'SQL, DMY'",
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
  }

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL"})
  void tablesAsWideAsTheDatabaseMakesThem(Ground.Kind kind) {
    int columns = kind == Ground.Kind.DUCKDB ? 2_000 : 1_600;
    Ground ground = Ground.of(kind, folder);
    String list =
        IntStream.range(0, columns)
            .mapToObj(each -> "c" + each + " smallint")
            .collect(Collectors.joining(", "));
    ground.sql(
        "create table t (" + list + ")",
        "insert into t (c0, c1, c1500) values (1, 2, 3), (null, 2, 4)");
    Report report =
        ground.gate(
            "table: t\ncolumns:\n  /^c15[0-9]*$/: [value is null or value >= 3]\nexpect:\n"
                + "  - c0 is not null else quarantine\n  - column_count = "
                + columns
                + "\npublish: {into: target}\n");
    if (kind == Ground.Kind.DUCKDB) {
      assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
      assertThat(ground.rows("select c0, c1500 from target")).containsExactly("1 3");
      assertThat(ground.rows("select c1500 from target_quarantine")).containsExactly("4");
    } else {
      // three columns more, and PostgreSQL has no room for the quarantine
      assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
      assertThat(report.suites().get(0).message()).contains("1600 columns");
      assertThat(ground.exists("target")).isFalse();
      assertThat(ground.exists("target_quarantine")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void emptyTablesAndColumnsWithoutAValue(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table none (id integer, v text, d date)",
        "create table nulls (id integer, v text, d date)",
        "insert into nulls values (null, null, null), (null, null, null)");
    judge(
        ground,
        "table: none\n",
        List.of(
            "id > 0 -> 0/0",
            "id is not null -> 0/0",
            "id is unique -> 0/0",
            "id in nulls.id -> 0/0",
            "row_count = 0 -> met",
            "sum(id) = 0 -> failed",
            "sum(id) is null -> met",
            "avg(id) > 0 -> failed",
            "min(id) > 0 -> failed",
            "median(id) > 0 -> failed",
            "stddev(id) > 0 -> failed",
            "mode(v) = 'a' -> failed",
            "count(id) = 0 -> met",
            "distinct_count(v) = 0 -> met",
            "duplicate_count(v) = 0 -> met",
            "share(id > 0) > 50% -> failed",
            "correlation(id, id) > 0 -> failed",
            "entropy(v) >= 0 -> failed"));
    judge(
        ground,
        "table: nulls\n",
        List.of(
            "id > 0 -> 0/2",
            "id is not null -> 2/0",
            "id is unique -> 0/2",
            "(id, v) is unique -> 0/2",
            "id in none.id -> 0/2",
            "v is email -> 0/2",
            "row_count = 2 -> met",
            "sum(id) = 0 -> failed",
            "count(id) = 0 -> met",
            "distinct_count(v) = 0 -> met",
            "duplicate_count(v) = 0 -> met",
            "max(d) < 2000-01-01 -> failed",
            "share(id > 0) > 50% -> failed",
            "row_count > 1 per v -> met"));
  }

  @Test
  void columnsThatDifferInCaseAloneAreNeverConfused() {
    Ground ground = Ground.of(Ground.Kind.POSTGRESQL, folder);
    ground.sql(
        "create table t (\"Id\" integer, \"ID\" integer, \"order\" integer, \"Order\" text)",
        "insert into t values (1, -1, 5, 'a')");
    judge(
        ground,
        "table: t\n",
        List.of("Id > 0 -> 0/0", "ID > 0 -> 1/0", "order > 0 -> 0/0", "Order = 'a' -> 0/0"));
    Report report = ground.check("table: t\nexpect: [id > 0]\n");
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.diagnostics().get(0).code().name()).isEqualTo("E0405");
  }
}
