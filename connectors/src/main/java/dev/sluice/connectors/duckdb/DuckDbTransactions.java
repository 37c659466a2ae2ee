package dev.sluice.connectors.duckdb;

import dev.sluice.engine.connector.Transactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * DuckDB's transactions see one snapshot. The database is one process, so the gate's lock is a lock
 * of this process. It has no limit on statements of its own: whoever runs them sets {@link
 * Statement#setQueryTimeout}, which DuckDB keeps.
 */
final class DuckDbTransactions implements Transactions {

  /** The transaction that was begun here, so that no other's is ever begun anew. */
  private static final String MARK = "sluice_begun";

  @Override
  public void begin(Connection connection, boolean readOnly) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      if (readOnly) {
        // the driver has begun one that may write
        statement.execute("ROLLBACK");
        statement.execute("BEGIN TRANSACTION READ ONLY");
      } else {
        statement.execute("SET VARIABLE " + MARK + " = txid_current()");
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A snapshot taken before the lock would hide what the last holder committed: once the lock is
   * held the transaction is begun anew.
   */
  @Override
  public boolean tryLock(Connection connection, String key) throws SQLException {
    boolean ours = isOurs(connection);
    if (!GateLocks.take(connection, key)) {
      return false;
    }
    if (ours) {
      try {
        connection.rollback();
        begin(connection, false);
      } catch (SQLException lost) {
        GateLocks.give(connection, key);
        throw lost;
      }
    }
    return true;
  }

  private static boolean isOurs(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT getvariable('" + MARK + "') = txid_current()")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  @Override
  public boolean lockOutlivesTransaction() {
    return true;
  }

  @Override
  public void unlock(Connection connection, String key) {
    GateLocks.give(connection, key);
  }

  @Override
  public Optional<String> transactionId(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT txid_current()")) {
      row.next();
      return Optional.of(row.getString(1));
    }
  }

  @Override
  public String words(SQLException error, boolean values) {
    return Errors.words(error, values);
  }

  @Override
  public boolean isBusy(SQLException error) {
    return Errors.isHeldFile(error) || Errors.isConflict(error);
  }

  @Override
  public boolean isTimeout(SQLException error) {
    return Errors.isInterrupted(error);
  }

  @Override
  public void limit(Connection connection, Duration timeout) {
    // DuckDB has no such setting; see the class
  }
}
