package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.report.GateReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gates of one target at the same time: one after the other, each batch once. */
final class ConcurrentGatesTest {

  private static final String SUITE =
      "table: staging\npublish: {into: target}\nbatch: $name\n"
          + "params: {name: {type: text}}\n"
          + "expect:\n  - id > 0\n  - id < 3 else quarantine\n";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table staging (id integer)", "insert into staging values (1), (2), (3)");
    ground.write("suite.yml", "connection: here\n" + SUITE);
    return ground;
  }

  @ParameterizedTest
  @EnumSource
  void eachOfSeveralBatchesIsPublishedOnce(Ground.Kind kind) throws Exception {
    Ground ground = ground(kind);
    List<Callable<Report>> gates = new ArrayList<>();
    for (int gate = 0; gate < 6; gate++) {
      String batch = "name=" + gate / 2;
      gates.add(() -> ground.gateWritten("suite.yml", batch));
    }
    ExecutorService threads = Executors.newFixedThreadPool(gates.size());
    List<Report> reports = new ArrayList<>();
    for (Future<Report> each : threads.invokeAll(gates)) {
      reports.add(each.get());
    }
    threads.shutdown();
    assertThat(reports).extracting(Report::outcome).containsOnly(Outcome.PUBLISHED);
    assertThat(reports)
        .filteredOn(report -> gate(report).alreadyPublished())
        .as("reruns")
        .hasSize(3);
    assertThat(ground.rows("select count(*), sum(id) from target")).containsExactly("6 9");
    assertThat(ground.rows("select count(*) from target_quarantine")).containsExactly("3");
    assertThat(ground.ledger()).isEqualTo(Collections.nCopies(3, "published"));
  }

  private static GateReport gate(Report report) {
    return report.suites().get(0).gate().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsTooLongForTheTargetIsToldAndChangesNothing(Ground.Kind kind) throws SQLException {
    Ground ground = ground(kind);
    // the first makes what it needs
    assertThat(ground.gateWritten("suite.yml", "name=first").outcome())
        .isEqualTo(Outcome.PUBLISHED);
    ground.write("suite.yml", "connection: here\ntimeout: 1 second\n" + SUITE);
    Connector connector = ground.connector();
    try (Connection holder = ground.connect()) {
      connector.transactions().begin(holder, false);
      String key = "sluice:" + String.join(".", ground.path(holder, "target"));
      assertThat(connector.transactions().tryLock(holder, key)).isTrue();
      Report report = ground.gateWritten("suite.yml", "name=second");
      assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
      assertThat(report.exitCode()).isEqualTo(3);
      assertThat(report.suites().get(0).error().orElseThrow().code()).isIn("busy", "timeout");
      holder.rollback();
      connector.transactions().unlock(holder, key);
    }
    assertThat(ground.rows("select count(*) from target")).containsExactly("2");
    assertThat(ground.gateWritten("suite.yml", "name=second").outcome())
        .isEqualTo(Outcome.PUBLISHED);
  }
}
