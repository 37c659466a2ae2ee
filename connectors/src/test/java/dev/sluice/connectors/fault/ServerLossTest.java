package dev.sluice.connectors.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed, and connections that are ended, cut or fall silent, while a gate runs.
 */
@Tag("faults")
final class ServerLossTest {

  private static final int KILLS = Integer.getInteger("faults.server.kills", 25);
  private static final int SESSIONS = Integer.getInteger("faults.sessions", 100);
  private static final int CUTS = Integer.getInteger("faults.cuts", 40);
  private static final int SILENCES = 4;

  @TempDir private Path folder;
  private OwnPostgres server;
  private TcpProxy proxy;
  private Stage stage;
  private Invariants invariants;
  private long millis;
  private final Random random = new Random(20_270_101);

  @BeforeEach
  void start() throws IOException, SQLException {
    server = new OwnPostgres(folder.resolve("data"));
    proxy = new TcpProxy(server.port());
    Path own = Files.createDirectories(folder.resolve("suite"));
    // the gate goes through the proxy, who looks on does not
    stage =
        new Stage(
            Site.POSTGRESQL,
            Ground.at(server.url(server.port()), server.user(), own),
            server.url(proxy.port()),
            Shape.APPEND,
            Line.MIXED);
    stage.reset();
    gate();
    stage.reset();
    State before = stage.state();
    proxy.restore();
    long begun = System.nanoTime();
    gate();
    millis = (System.nanoTime() - begun) / 1_000_000;
    invariants = new Invariants(stage, before, stage.state());
  }

  @AfterEach
  void stop() throws IOException, SQLException {
    stage.close();
    proxy.close();
    server.close();
  }

  private Report gate() {
    return stage.gate(Calls.Reach.STATEMENTS, Optional.empty()).report();
  }

  private List<String> settled(Report report) throws SQLException, InterruptedException {
    proxy.restore();
    stage.settle();
    List<String> broken = new ArrayList<>(invariants.broken(report, stage.state(), true));
    broken.addAll(invariants.brokenAtLast(gate(), stage.state()));
    stage.reset();
    return broken;
  }

  private static void tell(String what, int cases, List<Outcome> outcomes, List<String> broken) {
    System.out.println(
        what
            + " on postgresql: "
            + cases
            + " cases, "
            + Tally.of(outcomes)
            + ", "
            + broken.size()
            + " violations");
    assertThat(broken).isEmpty();
  }

  @Test
  void theServerIsKilled() throws IOException, SQLException, InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    stage.reset();
    for (int kill = 0; kill < KILLS; kill++) {
      stage.close();
      CompletableFuture<Report> report = CompletableFuture.supplyAsync(this::gate);
      Thread.sleep(random.nextLong(millis + 1));
      server.kill();
      outcomes.add(report.join().outcome());
      server.restart();
      broken.addAll(settled(report.join()));
    }
    tell("kill -9 of the server", KILLS, outcomes, broken);
  }

  @Test
  void theSessionIsTerminated() throws SQLException, InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    stage.reset();
    for (int each = 0; each < SESSIONS; each++) {
      CompletableFuture<Report> report = CompletableFuture.supplyAsync(this::gate);
      Thread.sleep(random.nextLong(millis + 1));
      stage.run(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name = 'sluice'");
      outcomes.add(report.join().outcome());
      broken.addAll(settled(report.join()));
    }
    tell("sessions terminated", SESSIONS, outcomes, broken);
  }

  @Test
  void theConnectionIsCut() throws SQLException, InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (TcpProxy.End end : List.of(TcpProxy.End.CUT, TcpProxy.End.DOWN)) {
      for (TcpProxy.Side side : TcpProxy.Side.values()) {
        for (int cut = 0; cut < CUTS; cut++) {
          ended(side, end, cut, CUTS, outcomes, broken);
        }
      }
    }
    tell("connections cut", outcomes.size(), outcomes, broken);
  }

  @Test
  void theServerFallsSilent() throws SQLException, InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (int silence = 0; silence < SILENCES; silence++) {
      ended(TcpProxy.Side.SERVER, TcpProxy.End.SILENT, silence, SILENCES, outcomes, broken);
    }
    tell("connections silent", outcomes.size(), outcomes, broken);
  }

  private void ended(
      TcpProxy.Side side,
      TcpProxy.End end,
      int number,
      int of,
      List<Outcome> outcomes,
      List<String> broken)
      throws SQLException, InterruptedException {
    stage.reset();
    proxy.restore();
    gate();
    long whole = proxy.passed(side);
    stage.reset();
    proxy.restore();
    proxy.endAfter(side, whole * (2L * number + 1) / (2L * of), end);
    Report report = gate();
    outcomes.add(report.outcome());
    for (String each : settled(report)) {
      broken.add(side + " " + end + " " + number + " of " + of + ": " + each);
    }
  }

  /** The server goes on with a commit whose answer nobody waits for. */
  @Test
  void theAnswerToALongCommitIsLost() throws SQLException, InterruptedException {
    stage.reset();
    stage.run(
        "create or replace function slow() returns trigger language plpgsql as"
            + " $$ begin perform pg_sleep(1); return null; end $$");
    stage.run(
        "create constraint trigger slow after insert on target deferrable initially deferred"
            + " for each row execute function slow()");
    proxy.restore();
    proxy.cutAfter("COMMIT", 2);
    Report report = gate();
    List<String> broken = settled(report);
    stage.run("drop trigger slow on target");
    tell("answers to a long commit lost", 1, List.of(report.outcome()), broken);
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
  }
}
