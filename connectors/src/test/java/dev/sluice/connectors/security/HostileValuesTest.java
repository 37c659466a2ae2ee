package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values at the edges of their types mean the same on every database. */
final class HostileValuesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      mode = EXCLUDE,
      names = {"MARIADB", "SQLITE"}) // they store neither
  void notANumberAndInfinities(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table t (d double precision, f real)",
        "insert into t values ('NaN', 'NaN'), ('Infinity', 'Infinity'), ('-Infinity', '-Infinity'),"
            + " (1, 1), (null, null)");
    Judging.judge(
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
  @EnumSource(mode = EXCLUDE, names = "SQLITE") // beyond 64 bits or 15 digits it is always an error
  void numbersThatDoNotFitAreErrorsOrExact(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table t (b bigint, i integer, m decimal(38, 10), s text)",
        "insert into t values (9223372036854775807, 2147483647, 9999999999999999999999999999.5,"
            + " '12'), (9223372036854775807, 2147483647, 0.0000000001, 'abc'), (0, 0, 0, '1e400'),"
            + " (null, null, null, null)");
    Judging.judge(
        ground,
        "table: t\n",
        List.of(
            "sum(b) = 18446744073709551614 -> met",
            "sum(i) = 4294967294 -> met",
            "avg(b) > 6148914691236517204 -> met",
            "sum(m) = 9999999999999999999999999999.5000000001 -> met",
            "b * b = 85070591730234615847396907784232501249 -> 1/1",
            "b + b = 18446744073709551614 -> 1/1",
            "-b - b <= 0 -> 0/1",
            "b / 0 > 1 -> 0/4",
            "i + 1 > i -> 0/1",
            "number(s) = 12 -> 0/3",
            "s is number -> 2/1",
            "date(s) < 2000-01-01 -> 0/4",
            "s = '12' -> 2/1",
            "b <= 9223372036854775807 -> 0/1",
            "b < 9223372036854775808 -> 0/1"));
  }

  /** What even a wide type cannot hold is exact or an error: at no price a number that is wrong. */
  @ParameterizedTest
  @EnumSource
  void whatNoTypeHoldsIsExactOrAnError(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table t (b bigint, m decimal(38, 10))",
        "insert into t values (9223372036854775807, 9999999999999999999999999999.5)");
    for (String line :
        List.of(
            "b * b * b > 99999999999999999999999999999999999999",
            "b * b * b > 1e56",
            "b * b * b * b * b * b * b > 0",
            "m * m > 99999999999999999999999999999999999999",
            "sum(m) * sum(m) * sum(m) > 1e80")) {
      Report report = ground.check("table: t\nexpect: [" + line + "]\n");
      assertThat(report.diagnostics()).as(line).isEmpty();
      ExpectationReport told = report.suites().get(0).expectations().get(0);
      assertThat(told.verdict()).as(line).isIn(Verdict.MET, Verdict.ERROR);
      assertThat(told.violations() + told.undecided()).as(line).isZero();
    }
  }

  /** A target with a narrower type gets no value that was bent to fit. */
  @ParameterizedTest
  @EnumSource
  void whatDoesNotFitTheTargetIsNotPublished(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    for (String[] types :
        new String[][] {
          {"decimal(12, 3)", "123456.789", "decimal(5, 2)"},
          {"bigint", "9223372036854775807", "integer"},
          {"varchar(20)", "'abc'", "integer"},
          {"double precision", "1e300", "integer"}
        }) {
      if (kind == Ground.Kind.SQLITE && types[0].equals("bigint")) {
        continue; // an integer has 64 bits there too
      }
      ground.sql(
          "drop table if exists t",
          "drop table if exists target",
          "create table t (v " + types[0] + ")",
          "insert into t values (" + types[1] + ")",
          "create table target (v " + types[2] + ")");
      Report report = ground.gate("table: t\nexpect: [v is not null]\npublish: {into: target}\n");
      assertThat(report.exitCode()).as(types[0] + Outputs.told(report)).isIn(2, 3);
      assertThat(ground.rows("select * from target")).isEmpty();
    }
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
    Judging.judge(
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
}
