package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.run.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A target that somebody else holds until the deadline: `busy`, and nothing is changed. */
final class HeldTargetTest {

  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String SUITE =
      "table: staging\npublish: {into: target, mode: replace}\nbatch: one\nexpect: [id > 0]\n";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer)",
        "create table target (id integer)",
        "insert into staging values (1), (2)",
        "insert into target values (100)");
    return ground;
  }

  private static String code(Report report) {
    return report.suites().get(0).error().orElseThrow().code();
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL_14", mode = EnumSource.Mode.EXCLUDE)
  void byAnotherGate(Ground.Kind kind) throws InterruptedException {
    Ground ground = ground(kind);
    CountDownLatch works = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    Progress slow =
        new Progress() {
          @Override
          public void scanning(String table, int scan, int of) {
            works.countDown();
            try {
              goesOn.await();
            } catch (InterruptedException ended) {
              Thread.currentThread().interrupt();
            }
          }

          @Override
          public void done() {}
        };
    CompletableFuture<Report> first =
        CompletableFuture.supplyAsync(() -> ground.gate(SUITE, LONG, slow));
    assertThat(works.await(1, TimeUnit.MINUTES)).isTrue();
    Report second = ground.gate(SUITE, SHORT, Progress.NONE);
    goesOn.countDown();
    assertThat(second.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(code(second)).isIn("busy", "timeout");
    // the one that worked is none the worse for the one that waited
    assertThat(first.join().outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from target order by id")).containsExactly("1", "2");
    // where there is one writer at a time, the second could not write down that it came
    assertThat(ground.ledger()).contains("published").isSubsetOf("failed", "published");
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL_14", mode = EnumSource.Mode.EXCLUDE)
  void byASessionThatKnowsNothingOfGates(Ground.Kind kind) throws SQLException {
    Ground ground = ground(kind);
    try (Connection other = ground.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      // DuckDB sees no conflict of a row that was changed and is now deleted: one after the other
      statement.execute("delete from target");
      Report report = ground.gate(SUITE, SHORT, Progress.NONE);
      assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
      assertThat(code(report)).isIn("busy", "timeout");
      other.rollback();
    }
    assertThat(ground.rows("select id from target")).containsExactly("100");
    assertThat(ground.gate(SUITE).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from target order by id")).containsExactly("1", "2");
  }
}
