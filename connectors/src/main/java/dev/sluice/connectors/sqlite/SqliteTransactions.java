package dev.sluice.connectors.sqlite;

import dev.sluice.engine.connector.Transactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * SQLite's transactions see one state. There is one writer at a time, and whoever writes is it from
 * the beginning: that is the gate's lock, on all targets at once.
 */
final class SqliteTransactions implements Transactions {

  @Override
  public void begin(Connection connection, boolean readOnly) throws SQLException {
    Registration.ensure(connection);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      // the driver has begun one of its own kind
      statement.execute("ROLLBACK");
      if (Registration.isOwn(connection)) {
        statement.execute("PRAGMA query_only = " + (readOnly ? "ON" : "OFF"));
      }
      if (readOnly) {
        statement.execute("BEGIN");
        return;
      }
      beginImmediately(statement);
      Registration.tell(connection, TransactionCounter.BEGUN);
    }
  }

  /** Waits a second at most: whoever asked knows how long to go on. */
  private static void beginImmediately(Statement statement) throws SQLException {
    try {
      statement.setQueryTimeout(1);
      statement.execute("BEGIN IMMEDIATE");
    } catch (SQLException refused) {
      // the driver ends a transaction before the next one
      statement.execute("BEGIN");
      throw refused;
    }
  }

  @Override
  public boolean tryLock(Connection connection, String key) throws SQLException {
    Registration.ensure(connection);
    return Registration.tell(connection, TransactionCounter.IS_BEGUN) == 1 || canWrite(connection);
  }

  /** Makes the writer of a transaction that the caller began, by a change that changes nothing. */
  private static boolean canWrite(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long version;
      try (ResultSet row = statement.executeQuery("PRAGMA main.user_version")) {
        version = row.next() ? row.getLong(1) : 0;
      }
      statement.setQueryTimeout(1);
      statement.execute("PRAGMA main.user_version = " + version);
      return true;
    } catch (SQLException refused) {
      if (SqliteErrors.isBusy(refused)) {
        return false;
      }
      throw refused;
    }
  }

  @Override
  public boolean lockOutlivesTransaction() {
    return false;
  }

  @Override
  public void unlock(Connection connection, String key) {
    // the transaction's end has given the lock back
  }

  /** SQLite has no such number; the ends of transactions are counted instead. */
  @Override
  public Optional<String> transactionId(Connection connection) throws SQLException {
    return Optional.of(Long.toString(Registration.tell(connection, TransactionCounter.NUMBER)));
  }

  @Override
  public boolean isBusy(SQLException error) {
    return SqliteErrors.isBusy(error);
  }

  @Override
  public boolean isTimeout(SQLException error) {
    return SqliteErrors.isTimeout(error);
  }

  /**
   * SQLite takes a statement's limit for one of waiting for locks: time is looked at from within.
   */
  @Override
  public void limit(Connection connection, Duration timeout) throws SQLException {
    TimeLimit.set(connection, timeout);
  }

  @Override
  public void unlimit(Connection connection) throws SQLException {
    TimeLimit.clear(connection);
  }
}
