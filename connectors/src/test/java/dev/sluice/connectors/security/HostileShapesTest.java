package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables without rows, without values, with more columns than fit, with columns that are twins. */
final class HostileShapesTest {

  @TempDir private Path folder;

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
    Judging.judge(
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
    Judging.judge(
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
    Judging.judge(
        ground,
        "table: t\n",
        List.of("Id > 0 -> 0/0", "ID > 0 -> 1/0", "order > 0 -> 0/0", "Order = 'a' -> 0/0"));
    Report report = ground.check("table: t\nexpect: [id > 0]\n");
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.diagnostics().get(0).code().name()).isEqualTo("E0405");
  }
}
