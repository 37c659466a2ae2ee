package dev.sluice.connectors.run;

import static dev.sluice.connectors.contract.Databases.execute;
import static dev.sluice.connectors.contract.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.connectors.postgresql.EmbeddedPostgresServer;
import dev.sluice.connectors.postgresql.PostgresConnector;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Deadline;
import dev.sluice.engine.run.Readers;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One state, read on several connections. */
final class ReadersTest {

  private static final Statement COUNT = new Statement("select count(*) from orders", List.of());

  private final List<Connection> opened = Collections.synchronizedList(new ArrayList<>());
  private String url = "";
  private Session leader = session();

  private Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url, EmbeddedPostgresServer.USER, "");
    opened.add(connection);
    return connection;
  }

  private Session session() {
    try {
      if (url.isEmpty()) {
        url = EmbeddedPostgresServer.newest().newDatabase();
      }
      return new Session(new PostgresConnector(), connect(), Deadline.in(Duration.ofMinutes(1)));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void write(String... statements) {
    try (Connection writer = connect()) {
      execute(writer, statements);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @BeforeEach
  void threeOrders() {
    write("create table orders (id integer)", "insert into orders values (1), (2), (3)");
    leader.beginReading();
  }

  @AfterEach
  void close() throws SQLException {
    leader.rollback();
    for (Connection each : opened) {
      each.close();
    }
  }

  /** Each waits until all three are underway, which takes three sessions. */
  @Test
  void allSeeWhatTheLeaderSawAtFirst() {
    List<Long> counted = Collections.synchronizedList(new ArrayList<>());
    Set<Session> sessions = ConcurrentHashMap.newKeySet();
    CountDownLatch underway = new CountDownLatch(3);
    Readers.Reading reading =
        session -> {
          sessions.add(session);
          underway.countDown();
          assertThat(awaited(underway)).isTrue();
          write("insert into orders values (4)");
          counted.add(session.number(COUNT));
        };
    try (Readers readers = Readers.of(leader, this::session, 3)) {
      write("delete from orders where id = 1");
      readers.read(List.of(reading, reading, reading));
    }
    assertThat(sessions).hasSize(3).contains(leader);
    assertThat(counted).containsExactly(3L, 3L, 3L);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void theLeaderReadsWhatACompanionFailsToRead() {
    CountDownLatch failed = new CountDownLatch(1);
    List<Long> counted = new ArrayList<>();
    Readers.Reading reading =
        session -> {
          if (session != leader) {
            failed.countDown();
            session.number(new Statement("select 1 / 0", List.of()));
          }
          assertThat(awaited(failed)).isTrue();
          counted.add(session.number(COUNT));
        };
    try (Readers readers = Readers.of(leader, this::session, 2)) {
      readers.read(List.of(reading, reading));
      assertThat(counted).containsExactly(3L, 3L);
      readers.read(List.of(reading, reading));
      assertThat(counted).hasSize(4);
    }
  }

  @Test
  void theLeaderReadsAllWhereNobodyCanConnect() {
    List<Session> read = new ArrayList<>();
    Readers.Another none =
        () -> {
          throw new SQLException("too many connections");
        };
    try (Readers readers = Readers.of(leader, none, 5)) {
      readers.read(List.of(read::add, read::add, read::add));
    }
    assertThat(read).containsExactly(leader, leader, leader);
  }

  @Test
  void aFailureOfTheLeaderKeepsWhatItSees() {
    try (Readers readers = Readers.of(leader, this::session, 2)) {
      write("insert into orders values (4)");
      Statement wrong = new Statement("select 1 / 0", List.of());
      assertThatThrownBy(() -> leader.attempt(() -> leader.number(wrong)))
          .isInstanceOf(DatabaseFailure.class);
      assertThat(readers.leader().number(COUNT)).isEqualTo(3);
    }
  }

  @Test
  void whatTheLeaderThrowsEndsTheOthers() throws SQLException {
    CountDownLatch underway = new CountDownLatch(1);
    Readers.Reading reading =
        session -> {
          if (session == leader) {
            assertThat(awaited(underway)).isTrue();
            throw new IllegalStateException("a fault of ours");
          }
          underway.countDown();
          session.number(new Statement("select 1 from pg_sleep(60)", List.of()));
        };
    assertThatThrownBy(
            () -> {
              try (Readers readers = Readers.of(leader, this::session, 2)) {
                readers.read(List.of(reading, reading));
              }
            })
        .hasMessage("a fault of ours");
    // nothing sleeps any more, and the companion's connection is given back
    try (Connection connection = connect()) {
      assertThat(
              query(
                  connection,
                  "select count(*) from pg_stat_activity"
                      + " where datname = current_database() and query like '%pg_sleep(60)%'"
                      + " and pid <> pg_backend_pid()"))
          .isEqualTo("0");
    }
  }
}
