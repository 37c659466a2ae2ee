package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.Sluice;
import dev.sluice.engine.Suite;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that goes away at the commit: it keeps all or nothing, and a rerun tells which. */
final class AnswerLostTest {

  private static final String SUITE =
      "table: staging\npublish: {into: target}\nbatch: one\nexpect:\n  - id > 0\n";

  @TempDir private Path folder;

  /** Gives connections, and refuses some by their number. */
  private record Numbered(Ground ground, Set<Integer> refused, AtomicInteger given)
      implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
      if (refused.contains(given.incrementAndGet())) {
        throw new SQLException("no connection now");
      }
      return ground.connect();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
      return new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> kind) throws SQLException {
      throw new SQLException("nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> kind) {
      return false;
    }
  }

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer)",
        "insert into staging values (1), (2)",
        "create table target (id integer)",
        "create function go_away() returns trigger language plpgsql as"
            + " 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'",
        "create constraint trigger at_commit after insert on target"
            + " deferrable initially deferred for each row execute function go_away()");
    ground.write("suite.yml", SUITE);
    return ground;
  }

  private Report gate(Ground ground, Integer... refused) throws SQLException {
    DataSource source = new Numbered(ground, Set.of(refused), new AtomicInteger());
    return Sluice.open(source).gate(Suite.of(folder.resolve("suite.yml")));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "POSTGRESQL.*")
  void whatTheLedgerDisprovesIsAnError(Ground.Kind kind) throws SQLException {
    Ground ground = ground(kind);
    Report report = gate(ground);
    assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(report.suites().get(0).error().orElseThrow().code()).isEqualTo("not_committed");
    assertThat(ground.rows("select count(*) from target")).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "POSTGRESQL.*")
  void anAnswerThatNobodyHeardIsUnknownAndSettledByTheNextRun(Ground.Kind kind)
      throws SQLException {
    Ground ground = ground(kind);
    // the first looks at the source, the second works, the third reads the ledger back
    Report report = gate(ground, 3);
    assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(ground.ledger()).containsExactly("unknown");
    ground.sql("drop trigger at_commit on target");
    Report again = gate(ground);
    assertThat(again.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(again.suites().get(0).message()).contains("had not ended");
    assertThat(ground.rows("select count(*) from target")).containsExactly("2");
    assertThat(ground.ledger()).containsExactly("failed", "published");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "POSTGRESQL.*")
  void aReplayIsDoneOnceWhateverWasHeard(Ground.Kind kind) throws SQLException {
    Ground ground = ground(kind);
    ground.sql(
        "create table aside as select *, 'r' as sluice_run, '[]' as sluice_reasons,"
            + " now() as sluice_at from staging");
    ground.write("suite.yml", SUITE + "quarantine: aside\n");
    Sluice sluice = Sluice.open(new Numbered(ground, Set.of(3), new AtomicInteger()));
    Suite suite = Suite.of(folder.resolve("suite.yml"));
    assertThat(sluice.replay(suite).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(ground.rows("select count(*) from aside")).containsExactly("2");
    ground.sql("drop trigger at_commit on target");
    assertThat(sluice.replay(suite).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(sluice.replay(suite).suites().get(0).rows()).contains(0L);
    assertThat(ground.rows("select id from target order by id")).containsExactly("1", "2");
    assertThat(ground.rows("select count(*) from aside")).containsExactly("0");
    assertThat(ground.ledger()).containsExactly("failed", "published");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "POSTGRESQL.*")
  void withoutAnyConnectionTheRowStaysRunningUntilTheNextRun(Ground.Kind kind) throws SQLException {
    Ground ground = ground(kind);
    assertThat(gate(ground, 3, 4).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(ground.ledger()).containsExactly("running");
    ground.sql("drop trigger at_commit on target");
    assertThat(gate(ground).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.ledger()).containsExactly("failed", "published");
  }
}
