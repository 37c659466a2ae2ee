package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.engine.report.JUnitReport;
import dev.sluice.engine.report.JsonReport;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.TextReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that may not be shown are in no word of the database either. */
final class DiscretionTest {

  private static final String VALUE = "canary-7731";

  @TempDir private Path folder;

  private static String all(Report report) {
    return String.join(
        "\n",
        JsonReport.write(report),
        JUnitReport.write(report),
        TextReport.render(report, new TextReport.Options(false, TextReport.Detail.VERBOSE, 200)),
        DiagnosticRenderer.plain().render(report.diagnostics()));
  }

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table t (id integer, ssn text, n integer)",
        "insert into t values (1, '" + VALUE + "', 5), (2, 'b', null), (3, null, 6)");
    return ground;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE") // no cast fails there
  void samplesMinimaAndErrorsOfSensitiveColumns(Ground.Kind kind) {
    Ground ground = ground(kind);
    String lines =
        """
        expect:
          - ssn = 'b'
          - min(ssn) = 'a'
          - (id, ssn) is unique
          - n = 5 per ssn
          - max(n) = 1 per ssn
        sql:
          - {name: cast, query: "select id from t where cast(ssn as integer) > 0"}
          - {name: named, query: "select id, ssn from t"}
        """;
    assertThat(all(ground.check("table: t\n" + lines))).contains(VALUE);
    for (String quiet : List.of("sensitive: [ssn]\n", "samples: 0\nsensitive: [ssn]\n")) {
      Report report = ground.check("table: t\n" + quiet + lines);
      assertThat(report.exitCode()).isEqualTo(3);
      assertThat(all(report))
          .containsAnyOf("the database refused", "the database does not stand by its answer")
          .doesNotContain(VALUE);
    }
    assertThat(
            all(
                ground.check(
                    "table: t\nsamples: 0\nsql:\n"
                        + "  - {name: cast, query: select id from t where cast(ssn as integer) > 0}\n")))
        .doesNotContain(VALUE);
  }

  /** A query gives a value another name; what holds none is shown as before. */
  @ParameterizedTest
  @EnumSource
  void queriesThatRenameSensitiveColumns(Ground.Kind kind) {
    Ground ground = ground(kind);
    String lines =
        """
        sql:
          - {name: renamed, query: "select id, ssn as x from t"}
          - {name: computed, query: 'select id, upper("SSN") as x from t'}
          - {name: under_a_list, query: "with q(a, b, c) as (select * from t) select b as n from q"}
          - {name: joined, query: "select t.*, 7 as extra from t"}
          - {name: plain, query: "select id, n as seen from t where n = 6"}
        """
            .replace("\"SSN\"", kind == Ground.Kind.DUCKDB ? "\"SSN\"" : "ssn");
    String told = all(ground.check("table: t\n" + lines));
    assertThat(told.toLowerCase(Locale.ROOT)).contains(VALUE);
    Report report = ground.check("table: t\nsensitive: [ssn]\n" + lines);
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(all(report).toLowerCase(Locale.ROOT)).doesNotContain(VALUE);
    assertThat(report.suites().get(0).expectations())
        .extracting(
            each -> each.message() + " " + each.samples().toString().toLowerCase(Locale.ROOT))
        .containsExactly(
            "3 rows, not shown: they may hold values of sensitive columns []",
            "3 rows, not shown: they may hold values of sensitive columns []",
            "3 rows, not shown: they may hold values of sensitive columns []",
            "3 rows [{id=1, n=5}, {id=2, n=null}, {id=3, n=6}]",
            "1 row [{id=3, seen=6}]");
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL, n integer not null",
    "POSTGRESQL, n integer check (n > 5)",
    "POSTGRESQL_14, n integer not null",
    "DUCKDB, n integer not null"
  })
  void rowsThatTheTargetRefuses(Ground.Kind kind, String column) {
    Ground ground = ground(kind);
    ground.sql("create table target (id integer, ssn text, " + column + ")");
    Report report = ground.gate("table: t\nexpect: [id > 0]\npublish: {into: target}\n");
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(all(report)).contains("onstraint").doesNotContain(VALUE, "Failing row");
    assertThat(ground.rows("select message from sluice_ledger").toString())
        .doesNotContain(VALUE, "Failing row");
  }

  @Test
  void filesWithValuesOfAnotherType() {
    Ground ground = Ground.of(Ground.Kind.DUCKDB, folder);
    ground.write("sluice.yml", "connections: {here: 'jdbc:duckdb:'}\n");
    ground.write("f.csv", "id,ssn\n1,5\n2," + VALUE + "\n3,6\n");
    String declared = "table: f\ntables: {f: {file: f.csv, types: {ssn: integer}}}\n";
    String found = "table: f.csv\n";
    String lines = "expect: [id > 0]\n";
    assertThat(all(ground.check(declared + lines))).contains(VALUE);
    assertThat(all(ground.check(found + lines))).contains(VALUE);
    for (String quiet : List.of("samples: 0\n", "sensitive: [ssn]\n")) {
      assertThat(all(ground.check(declared + quiet + lines)))
          .contains("line 3")
          .doesNotContain(VALUE);
      assertThat(all(ground.check(found + quiet + lines))).contains("line 3").doesNotContain(VALUE);
    }
  }
}
