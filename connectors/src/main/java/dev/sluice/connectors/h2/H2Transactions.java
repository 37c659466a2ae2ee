package dev.sluice.connectors.h2;

import dev.sluice.engine.connector.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * H2's transactions, at SNAPSHOT: one state, fixed by the first statement. There are none that only
 * read: what a reading one should write is undone with it. The gate's lock is a row of a table of
 * ours, which each holder changes: whoever began before the last holder ended cannot change it.
 */
final class H2Transactions implements Transactions {

  /** H2's own level of isolation, beside those of JDBC. */
  private static final int SNAPSHOT = 6;

  private static final String LOCKS = "\"PUBLIC\".\"SLUICE_LOCK\"";

  /** Has a row in transactions that were begun here, and makes that they have an identity. */
  private static final String MARK = "SLUICE_BEGUN";

  @Override
  public void begin(Connection connection, boolean readOnly) throws SQLException {
    connection.setAutoCommit(false);
    if (connection.getTransactionIsolation() != SNAPSHOT) {
      connection.setTransactionIsolation(SNAPSHOT);
    }
    if (!readOnly) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS "
                + MARK
                + " (ID INTEGER) ON COMMIT DELETE ROWS TRANSACTIONAL");
        statement.execute("INSERT INTO " + MARK + " VALUES (1)");
      }
    }
  }

  @Override
  public boolean tryLock(Connection connection, String key) throws SQLException {
    if (isOurs(connection)) {
      // a snapshot taken before the lock would hide what the last holder committed
      connection.rollback();
      make(connection, key);
      begin(connection, false);
    }
    try {
      return take(connection, key);
    } catch (SQLException refused) {
      if (H2Errors.isTaken(refused)) {
        return false;
      }
      if (H2Errors.isMissingTable(refused)) {
        throw new SQLException(
            "there is no table "
                + LOCKS
                + ", and to make it would commit the open transaction; run one gate outside of a"
                + " transaction first",
            refused);
      }
      throw refused;
    }
  }

  private static boolean isOurs(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + MARK)) {
      return row.next() && row.getLong(1) > 0;
    } catch (SQLException error) {
      if (H2Errors.isMissingTable(error)) {
        return false;
      }
      throw error;
    }
  }

  /** The row stands before the transaction, so that nobody waits for one to be made. */
  private static void make(Connection connection, String key) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + LOCKS
              + " (NAME CHARACTER VARYING PRIMARY KEY, TURN BIGINT NOT NULL)");
    }
    if (isKnown(connection, key, "")) {
      connection.rollback();
      return;
    }
    try {
      change(connection, "INSERT INTO " + LOCKS + " VALUES (?, 0)", key);
      connection.commit();
    } catch (SQLException madeBefore) {
      connection.rollback();
      if (!H2Errors.isTaken(madeBefore)) {
        throw madeBefore;
      }
    }
  }

  private static boolean take(Connection connection, String key) throws SQLException {
    boolean isKnown = isKnown(connection, key, " FOR UPDATE NOWAIT");
    String change =
        isKnown
            ? "UPDATE " + LOCKS + " SET TURN = TURN + 1 WHERE NAME = ?"
            : "INSERT INTO " + LOCKS + " VALUES (?, 1)";
    return change(connection, change, key) == 1;
  }

  private static boolean isKnown(Connection connection, String key, String more)
      throws SQLException {
    try (PreparedStatement look =
        connection.prepareStatement("SELECT TURN FROM " + LOCKS + " WHERE NAME = ?" + more)) {
      look.setString(1, key);
      try (ResultSet row = look.executeQuery()) {
        return row.next();
      }
    }
  }

  private static int change(Connection connection, String sql, String key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, key);
      return statement.executeUpdate();
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

  @Override
  public Optional<String> transactionId(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT TRANSACTION_ID()")) {
      row.next();
      return Optional.ofNullable(row.getString(1));
    }
  }

  @Override
  public boolean isBusy(SQLException error) {
    return H2Errors.isBusy(error);
  }

  @Override
  public boolean isTimeout(SQLException error) {
    return H2Errors.isTimeout(error);
  }

  @Override
  public void limit(Connection connection, Duration timeout) throws SQLException {
    long milliseconds = Math.min(Math.max(timeout.toMillis(), 1), Integer.MAX_VALUE);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET QUERY_TIMEOUT " + milliseconds);
    }
  }

  /** H2 keeps the limit of one statement for all of its connection. */
  @Override
  public void unlimit(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(0);
    }
  }
}
