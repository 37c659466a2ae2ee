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
  @EnumSource
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
    works.await();
    Report second = ground.gate(SUITE, SHORT, Progress.NONE);
    assertThat(second.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(code(second)).isEqualTo("busy");
    assertThat(ground.rows("select id from target")).containsExactly("100");
    goesOn.countDown();
    // the one that worked is none the worse for the one that waited
    assertThat(first.join().outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from target order by id")).containsExactly("1", "2");
    assertThat(ground.rows("select state from sluice_ledger order by state"))
        .containsExactly("failed", "published");
  }

  @ParameterizedTest
  @EnumSource
  void byASessionThatKnowsNothingOfGates(Ground.Kind kind) throws SQLException {
    Ground ground = ground(kind);
    try (Connection other = ground.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("update target set id = 101");
      Report report = ground.gate(SUITE, SHORT, Progress.NONE);
      assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
      assertThat(code(report)).isEqualTo("busy");
      other.rollback();
    }
    assertThat(ground.rows("select id from target")).containsExactly("100");
    assertThat(ground.gate(SUITE).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from target order by id")).containsExactly("1", "2");
  }
}
