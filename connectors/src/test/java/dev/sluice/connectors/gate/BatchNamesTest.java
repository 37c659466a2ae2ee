package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A `batch:` that names no load is refused: without one the rows would be published twice. */
final class BatchNamesTest {

  private static final String SUITE =
      """
      table: staging
      params: {x: {type: text, default: q}, d: {type: date, default: 2026-01-31}}
      publish: {into: target}
      expect: [id > 0]
      """;

  @TempDir private Path folder;

  private Ground ground() {
    Ground ground = Ground.of(Ground.Kind.DUCKDB, folder);
    ground.sql(
        "create table staging (id integer)",
        "insert into staging values (1)",
        "create table target (id integer)");
    return ground;
  }

  private static List<String> told(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(each -> each.code() + " " + each.message()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          load-$x | E0507 `batch` is plain text or one parameter, not both
          load $x | E0507 `batch` is plain text or one parameter, not both
          $x-$d   | E0507 `batch` is plain text or one parameter, not both
          a$b     | E0507 `batch` is plain text or one parameter, not both
          $nope   | E0404 no parameter `$nope`
          """)
  void whatNamesNoLoadIsRefusedByAll(String batch, String message) {
    Ground ground = ground();
    String suite = SUITE + "batch: " + batch + "\n";
    Report gated = ground.gate(suite);
    assertThat(gated.exitCode()).isEqualTo(2);
    assertThat(gated.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(told(gated.diagnostics())).containsExactly(message);
    assertThat(ground.rows("select * from target")).isEmpty();
    assertThat(ground.ledger()).isEmpty();
    assertThat(told(ground.dryRun(suite).diagnostics())).containsExactly(message);
    assertThat(told(ground.check(suite).diagnostics())).containsExactly(message);
    assertThat(told(ground.replay(suite).diagnostics())).containsExactly(message);
    assertThat(told(ground.lint(suite))).containsExactly(message);
  }

  @Test
  void itIsRefusedBeforeTheLoadStepRuns() {
    Ground ground = ground();
    ground.write("load.sql", "insert into target values (7)");
    Report report =
        ground.gate("table: target\nload: load.sql\nbatch: load-$x\nexpect: [id > 0]\n");
    assertThat(told(report.diagnostics()))
        .containsExactly("E0507 `batch` is plain text or one parameter, not both");
    assertThat(ground.rows("select * from target")).isEmpty();
    assertThat(ground.ledger()).isEmpty();
  }

  @Test
  void whatIsFoundOnlyWhenASuitesTurnComesKeepsItFromRunning() {
    Ground ground = ground();
    ground.write("first.yml", "connection: here\n" + SUITE.replace("target", "made"));
    ground.write("load.sql", "insert into target select id from made; commit");
    ground.write(
        "second.yml", "connection: here\ntable: target\nload: load.sql\nexpect: [id in made.id]\n");
    Report report = ground.gateAll(false, "first.yml", "second.yml");
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(told(report.diagnostics()))
        .containsExactly("E0603 `commit` may not stand in a load script");
    assertThat(ground.rows("select * from target")).isEmpty();
  }
}
