package dev.sluice.connectors.contract;

import static dev.sluice.connectors.contract.Databases.execute;
import static dev.sluice.connectors.contract.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.engine.connector.Database;
import dev.sluice.engine.connector.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Transactions, locks and limits. */
abstract class TransactionContractTest extends ConnectorContractTest {

  /** Runs for minutes when it is left alone. */
  private static final String ENDLESS =
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)
      SELECT count(*) FROM n
      """;

  private Transactions transactions() {
    return connector().transactions();
  }

  /** Whether the database itself refuses writes in a transaction that is begun to read. */
  protected boolean refusesWritesWhileReading() {
    return true;
  }

  /** Whether a failed statement spoils its transaction, so that a commit keeps nothing of it. */
  protected boolean failureSpoils() {
    return true;
  }

  /** Whether gates of different targets can hold their locks at the same time. */
  protected boolean locksAreByKey() {
    return true;
  }

  /**
   * Begins a transaction that writes and tries the lock in it.
   *
   * @return whether it is held; where there is one writer at a time not even the beginning succeeds
   */
  private boolean holds(Connection connection, String key) throws SQLException {
    try {
      transactions().begin(connection, false);
    } catch (SQLException refused) {
      if (transactions().isBusy(refused)) {
        return false;
      }
      throw refused;
    }
    return transactions().tryLock(connection, key);
  }

  private void end(Connection connection, String key) throws SQLException {
    connection.rollback();
    transactions().unlock(connection, key);
  }

  @Test
  void rollbackUndoesRows() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE kept (id INTEGER)", "INSERT INTO kept VALUES (1), (2)");
      transactions().begin(connection, false);
      execute(
          connection,
          "INSERT INTO kept VALUES (3)",
          "UPDATE kept SET id = 4 WHERE id = 1",
          "DELETE FROM kept WHERE id = 2");
      assertThat(query(connection, "SELECT id FROM kept ORDER BY id")).isEqualTo("3\n4");
      connection.rollback();
      assertThat(query(connection, "SELECT id FROM kept ORDER BY id")).isEqualTo("1\n2");
      connection.rollback();
    }
  }

  /** What the capability says: rollback undoes definitions, or definitions commit. */
  @Test
  void rollbackUndoesDefinitionsWhereTheDatabaseSaysSo() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE undone (id INTEGER)");
      transactions().begin(connection, false);
      boolean undoes = connector().capabilities(connection).transactionalDefinitions();
      execute(
          connection,
          "INSERT INTO undone VALUES (1)",
          "CREATE TABLE undone_too (id INTEGER)",
          "ALTER TABLE undone_too RENAME TO undone_as_well");
      connection.rollback();
      assertThat(query(connection, "SELECT count(*) FROM undone")).isEqualTo(undoes ? "0" : "1");
      connection.rollback();
      if (undoes) {
        assertThatThrownBy(() -> query(connection, "SELECT * FROM undone_as_well"))
            .isInstanceOf(SQLException.class);
      } else {
        assertThat(query(connection, "SELECT count(*) FROM undone_as_well")).isEqualTo("0");
      }
    }
  }

  @Test
  void aTemporaryTableOfOursDoesNotEndTheTransaction() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE beside (id INTEGER)");
      transactions().begin(connection, false);
      execute(
          connection,
          "INSERT INTO beside VALUES (1)",
          connector()
              .sql()
              .temporaryTableTemplate()
              .replace("{0}", "for_now")
              .replace("{1}", "(id INTEGER)"),
          "INSERT INTO for_now SELECT id FROM beside");
      assertThat(query(connection, "SELECT id FROM for_now")).isEqualTo("1");
      connection.rollback();
      assertThat(query(connection, "SELECT count(*) FROM beside")).isEqualTo("0");
      connection.rollback();
    }
  }

  /** Whether several connections can see one state. */
  protected boolean sharesSnapshots() {
    return false;
  }

  @Test
  void othersSeeWhatOneSeesWhereTheDatabaseCanShareIt() throws SQLException {
    try (Connection connection = connect();
        Connection writer = connect();
        Connection other = connect()) {
      execute(writer, "CREATE TABLE seen (id INTEGER)", "INSERT INTO seen VALUES (1)");
      transactions().begin(connection, true);
      Optional<String> snapshot = transactions().shareSnapshot(connection);
      assertThat(snapshot.isPresent()).isEqualTo(sharesSnapshots());
      if (snapshot.isEmpty()) {
        connection.rollback();
        assertThatThrownBy(() -> transactions().beginAt(other, "1"))
            .isInstanceOf(SQLException.class);
        return;
      }
      execute(writer, "INSERT INTO seen VALUES (2)");
      transactions().beginAt(other, snapshot.get());
      assertThat(query(other, "SELECT id FROM seen")).isEqualTo("1");
      assertThatThrownBy(() -> execute(other, "INSERT INTO seen VALUES (3)"))
          .isInstanceOf(SQLException.class);
      other.rollback();
      assertThatThrownBy(() -> transactions().beginAt(other, "x'; drop table seen; --"))
          .isInstanceOf(SQLException.class);
      connection.rollback();
    }
  }

  @Test
  void capabilitiesTellTheTruth() throws SQLException {
    try (Connection connection = connect()) {
      var capabilities = connector().capabilities(connection);
      assertThat(capabilities.transactionalWrites()).isTrue();
      assertThat(capabilities.rowIdentity()).isTrue();
      assertThat(capabilities.snapshot()).isTrue();
      assertThat(capabilities.persistent()).isTrue();
      transactions().begin(connection, false);
      if (capabilities.savepoints()) {
        connection.setSavepoint();
      } else {
        assertThatThrownBy(connection::setSavepoint).isInstanceOf(SQLException.class);
      }
      connection.rollback();
    }
  }

  @Test
  void afterAFailedStatementNothingIsKept() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE unkept (id INTEGER)");
      transactions().begin(connection, false);
      execute(connection, "INSERT INTO unkept VALUES (1)");
      assertThatThrownBy(() -> query(connection, "SELECT nothing FROM nowhere"))
          .isInstanceOf(SQLException.class);
      if (failureSpoils()) {
        try {
          connection.commit();
        } catch (SQLException mayBeSaid) {
          connection.rollback();
        }
      } else {
        connection.rollback();
      }
      transactions().begin(connection, true);
      assertThat(query(connection, "SELECT count(*) FROM unkept")).isEqualTo("0");
      connection.rollback();
    }
  }

  @Test
  void oneTransactionSeesOneState() throws SQLException {
    try (Connection reader = connect();
        Connection writer = connect()) {
      execute(writer, "CREATE TABLE moving (id INTEGER)", "INSERT INTO moving VALUES (1)");
      transactions().begin(reader, true);
      assertThat(query(reader, "SELECT count(*) FROM moving")).isEqualTo("1");
      execute(writer, "INSERT INTO moving VALUES (2)");
      assertThat(query(reader, "SELECT count(*) FROM moving")).isEqualTo("1");
      reader.rollback();
      transactions().begin(reader, true);
      assertThat(query(reader, "SELECT count(*) FROM moving")).isEqualTo("2");
      reader.rollback();
    }
  }

  @Test
  void aReadingTransactionDoesNotWriteAndTheNextOneMay() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE guarded (id INTEGER)");
      for (int round = 1; round <= 2; round++) {
        transactions().begin(connection, true);
        query(connection, "SELECT * FROM guarded");
        if (refusesWritesWhileReading()) {
          assertThatThrownBy(() -> execute(connection, "INSERT INTO guarded VALUES (0)"))
              .isInstanceOf(SQLException.class);
        } else {
          execute(connection, "INSERT INTO guarded VALUES (0)");
        }
        connection.rollback();
        transactions().begin(connection, true);
        query(connection, "SELECT * FROM guarded");
        connection.commit();
        transactions().begin(connection, false);
        execute(connection, "INSERT INTO guarded VALUES (" + round + ")");
        connection.commit();
      }
      assertThat(query(connection, "SELECT id FROM guarded ORDER BY id")).isEqualTo("1\n2");
    }
  }

  @Test
  void aDatabaseOpenedToReadRefusesWrites() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE readable (id INTEGER)", "INSERT INTO readable VALUES (1)");
    }
    try (Database readOnly = connector().open(settings(true));
        Connection connection = readOnly.connect()) {
      transactions().begin(connection, true);
      assertThat(query(connection, "SELECT * FROM readable")).isEqualTo("1");
      if (refusesWritesWhileReading()) {
        assertThatThrownBy(() -> execute(connection, "INSERT INTO readable VALUES (2)"))
            .isInstanceOf(SQLException.class);
      } else {
        execute(connection, "INSERT INTO readable VALUES (2)");
      }
      connection.rollback();
      transactions().begin(connection, true);
      assertThat(query(connection, "SELECT * FROM readable")).isEqualTo("1");
      connection.rollback();
    }
  }

  @Test
  void oneHolderOfALockAtATime() throws SQLException {
    try (Connection first = connect();
        Connection second = connect()) {
      assertThat(holds(first, "orders")).isTrue();
      assertThat(holds(second, "orders")).isFalse();
      end(second, "orders");
      assertThat(holds(second, "customers")).isEqualTo(locksAreByKey());
      transactions().unlock(second, "orders");
      end(second, "customers");
      assertThat(holds(second, "orders")).isFalse();
      second.rollback();
      first.commit();
      transactions().unlock(first, "orders");
      assertThat(holds(second, "orders")).isTrue();
      end(second, "orders");
    }
  }

  @Test
  void whoGetsTheLockSeesWhatItsLastHolderCommitted() throws SQLException {
    try (Connection first = connect();
        Connection second = connect()) {
      execute(first, "CREATE TABLE ledger (batch INTEGER)");
      transactions().begin(first, false);
      assertThat(transactions().tryLock(first, "ledger")).isTrue();
      execute(first, "INSERT INTO ledger VALUES (1)");
      boolean begun = begins(second);
      first.commit();
      transactions().unlock(first, "ledger");
      assertThat(begun ? transactions().tryLock(second, "ledger") : holds(second, "ledger"))
          .isTrue();
      assertThat(query(second, "SELECT count(*) FROM ledger")).isEqualTo("1");
      end(second, "ledger");
    }
  }

  private boolean begins(Connection connection) throws SQLException {
    try {
      transactions().begin(connection, false);
      return true;
    } catch (SQLException refused) {
      assertThat(transactions().isBusy(refused)).isTrue();
      return false;
    }
  }

  @Test
  void holdersOfALockTakeTurnsAndMissNothing() throws Exception {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE turns (n INTEGER)");
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      running.add(threads.submit(() -> takeTurns(10)));
    }
    threads.shutdown();
    for (Future<?> each : running) {
      each.get();
    }
    try (Connection connection = connect()) {
      assertThat(query(connection, "SELECT count(*), count(DISTINCT n), max(n) FROM turns"))
          .isEqualTo("40|40|40");
    }
  }

  /** Each turn writes one more than the largest number there is. */
  private @Nullable Void takeTurns(int turns) throws SQLException {
    try (Connection connection = connect()) {
      for (int turn = 0; turn < turns; turn++) {
        while (!holds(connection, "turns")) {
          connection.rollback();
        }
        if (transactions().lockOutlivesTransaction()) {
          // The one that tried may have seen the state before the lock was free.
          connection.rollback();
          transactions().begin(connection, false);
        }
        execute(connection, "INSERT INTO turns SELECT coalesce(max(n), 0) + 1 FROM turns");
        connection.commit();
        transactions().unlock(connection, "turns");
      }
    }
    return null;
  }

  @Test
  void aTransactionKeepsItsIdentityAndTheNextHasAnother() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE identified (id INTEGER)");
      transactions().begin(connection, false);
      var before = transactions().transactionId(connection);
      execute(connection, "INSERT INTO identified VALUES (1)");
      assertThat(transactions().transactionId(connection)).isEqualTo(before).isPresent();
      connection.commit();
      transactions().begin(connection, false);
      assertThat(transactions().transactionId(connection)).isNotEqualTo(before);
      connection.rollback();
    }
  }

  @Test
  void aLimitEndsAStatement() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      transactions().begin(connection, true);
      transactions().limit(connection, Duration.ofMillis(200));
      statement.setQueryTimeout(1);
      SQLException error =
          catchThrowableOfType(SQLException.class, () -> statement.executeQuery(ENDLESS).next());
      assertThat(transactions().isTimeout(error)).isTrue();
      assertThat(transactions().isBusy(error)).isFalse();
      connection.rollback();
      transactions().begin(connection, true);
      transactions().limit(connection, Duration.ofMinutes(1));
      assertThat(query(connection, "SELECT 1")).isEqualTo("1");
      connection.rollback();
    }
  }

  @Test
  void aStatementCanBeCancelledFromAside() throws SQLException {
    Timer timer = new Timer(true);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      transactions().begin(connection, true);
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              try {
                statement.cancel();
              } catch (SQLException alreadyEnded) {
                throw new IllegalStateException(alreadyEnded);
              }
            }
          },
          200);
      SQLException error =
          catchThrowableOfType(SQLException.class, () -> statement.executeQuery(ENDLESS).next());
      assertThat(transactions().isTimeout(error)).isTrue();
      connection.rollback();
    } finally {
      timer.cancel();
    }
  }

  @Test
  void changingTheSameRowsIsBusy() throws Exception {
    try (Connection first = connect();
        Connection second = connect()) {
      execute(first, "CREATE TABLE contended (v INTEGER)", "INSERT INTO contended VALUES (0)");
      transactions().begin(first, false);
      SQLException error =
          catchThrowableOfType(
              SQLException.class,
              () -> {
                transactions().begin(second, false);
                query(second, "SELECT * FROM contended");
                execute(first, "UPDATE contended SET v = 1");
                first.commit();
                execute(second, "UPDATE contended SET v = 2");
              });
      assertThat(transactions().isBusy(error)).isTrue();
      assertThat(transactions().isTimeout(error)).isFalse();
      second.rollback();
    }
  }
}
