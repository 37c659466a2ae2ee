package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run's limit ends a statement that would take very long, whatever the driver does about it. */
final class TimeLimitTest {

  private static final String SUITE =
      """
      table: staging
      timeout: 2s
      expect: [id > 0 else drop]
      sql:
        - name: endless
          query: >-
            with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000000000)
            select i from n where i < 0
      publish: {into: target, mode: replace}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aStatementEndsAndNothingIsChanged(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer)",
        "insert into staging values (1), (-2)",
        "create table target (id integer)",
        "insert into target values (7)");
    Report report = ground.gate(SUITE);
    assertThat(report.exitCode()).as(report.toString()).isEqualTo(3);
    assertThat(report.suites().get(0).expectations())
        .as(report.toString())
        .flatMap(each -> each.error().stream().toList())
        .contains(new Failure("timeout", "not done within 2 seconds; `--timeout` sets more"));
    assertThat(ground.rows("select id from target")).containsExactly("7");
    assertThat(ground.ledger()).containsExactly("failed");
  }
}
