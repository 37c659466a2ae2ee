package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The target keeps the values that were judged, or nothing is published. */
final class KeptValuesTest {

  private static final String SUITE =
      "table: staging\nexpect: [v is not null]\npublish: {into: target}\n";

  @TempDir private Path folder;

  /** A type, the type of the target, a value that it would keep as another, one that it keeps. */
  private record Narrow(String from, String to, String lost, String kept) {}

  private static List<Narrow> cases(Ground.Kind kind) {
    String cut = kind == Ground.Kind.DUCKDB ? "timestamp_s" : "timestamp(0)";
    Narrow whole = new Narrow("bigint", "double precision", "9007199254740993", "12");
    if (kind == Ground.Kind.SQLITE) {
      return List.of(whole); // moments are texts there, and stay what they are
    }
    if (kind == Ground.Kind.MARIADB) {
      return List.of(
          whole,
          new Narrow("double", "float", "16777217", "16777216"),
          new Narrow(
              "datetime(6)", "datetime(3)", "'2023-12-31 23:59:59.9999'", "'2023-12-31 23:59:59'"));
    }
    return List.of(
        whole,
        new Narrow("double precision", "real", "16777217", "0.5"),
        new Narrow(
            "timestamp",
            cut,
            "timestamp '2023-12-31 23:59:59.9'",
            "timestamp '2023-12-31 23:59:59'"));
  }

  private static Report published(Ground ground, Narrow narrow, String value) {
    ground.sql(
        "drop table if exists staging",
        "drop table if exists target",
        "create table staging (v " + narrow.from() + ")",
        "create table target (v " + narrow.to() + ")",
        "insert into staging values (" + value + "), (" + narrow.kept() + "), (null)");
    return ground.gate(SUITE.replace("not null]", "not null else warn]"));
  }

  @ParameterizedTest
  @EnumSource
  void aValueThatTheTargetWouldBendIsNotPublished(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    for (Narrow narrow : cases(kind)) {
      Report report = published(ground, narrow, narrow.lost());
      assertThat(report.exitCode()).as(narrow + ", " + report).isEqualTo(3);
      Failure failure = report.suites().get(0).error().orElseThrow();
      assertThat(failure.code()).as(failure.message()).isEqualTo("values_lost");
      assertThat(failure.message())
          .contains("`" + ground.natural("v") + "`")
          .contains("here, in 1 row: change the column there, or round before the gate");
      assertThat(ground.rows("select * from target")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void valuesThatItKeepsArePublished(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    for (Narrow narrow : cases(kind)) {
      Report report = published(ground, narrow, narrow.kept());
      assertThat(report.outcome()).as(narrow + ", " + report).isEqualTo(Outcome.PUBLISHED);
      assertThat(ground.rows("select count(*), count(v) from target")).containsExactly("3 2");
    }
  }
}
