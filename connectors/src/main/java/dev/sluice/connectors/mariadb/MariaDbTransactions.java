package dev.sluice.connectors.mariadb;

import dev.sluice.engine.connector.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * MariaDB's transactions, on one snapshot. In REPEATABLE READ alone a statement that writes reads
 * what others committed since the snapshot, so that INSERT ... SELECT takes along rows that nobody
 * audited: with {@code innodb_snapshot_isolation} it is refused instead. Servers that do not know
 * that variable work at SERIALIZABLE, where rows that were read are locked.
 */
final class MariaDbTransactions implements Transactions {

  private static final String SNAPSHOT = "innodb_snapshot_isolation";

  @Override
  public void begin(Connection connection, boolean readOnly) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      boolean exact = !readOnly && !isolated(statement);
      statement.execute(
          "SET TRANSACTION ISOLATION LEVEL " + (exact ? "SERIALIZABLE" : "REPEATABLE READ"));
      // who writes takes the snapshot with the first look, when the gate's lock is held
      statement.execute(
          readOnly
              ? "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"
              : "START TRANSACTION READ WRITE");
    }
  }

  /** Turns on that changed rows are refused; false where the server does not know it. */
  private static boolean isolated(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW VARIABLES LIKE '" + SNAPSHOT + "'")) {
      if (!row.next()) {
        return false;
      }
      if (row.getString(2).equals("ON")) {
        return true;
      }
    }
    statement.execute("SET SESSION " + SNAPSHOT + " = ON");
    return true;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A caller's transaction is made to refuse changed rows too: from the lock on nothing is
   * written that was not audited.
   */
  @Override
  public boolean tryLock(Connection connection, String key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(?, 0)")) {
      statement.setString(1, name(key));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getInt(1) != 1) {
          return false;
        }
      }
      isolated(statement);
      return true;
    }
  }

  @Override
  public boolean lockOutlivesTransaction() {
    return true;
  }

  /** Gives back the limits too, which a caller's connection would keep. */
  @Override
  public void unlock(Connection connection, String key) {
    try (PreparedStatement statement = connection.prepareStatement("SELECT RELEASE_LOCK(?)")) {
      statement.setString(1, name(key));
      statement.execute();
      statement.execute(
          "SET SESSION innodb_lock_wait_timeout = DEFAULT, lock_wait_timeout = DEFAULT");
    } catch (SQLException lost) {
      // the server gives back the locks of a session that is gone
      return;
    }
  }

  /** Locks are the whole server's, and their names are short and of one case. */
  static String name(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return "sluice:" + HexFormat.of().formatHex(digest, 0, 24);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>The server tells a transaction's number to nobody but administrators. But a savepoint ends
   * with its transaction: one with a name of our own is there as long as the transaction is. So is
   * noticed, too, that a deadlock has undone everything.
   */
  @Override
  public Optional<String> transactionId(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String known = known(statement);
      if (known.isEmpty() || !isThere(statement, known)) {
        known = "sluice_" + UUID.randomUUID().toString().replace("-", "");
        statement.execute("SET @sluice_transaction = '" + known + "'");
      }
      statement.execute("SAVEPOINT " + known);
      return Optional.of(known);
    }
  }

  private static String known(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT COALESCE(@sluice_transaction, '')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static boolean isThere(Statement statement, String savepoint) throws SQLException {
    final int noSuchSavepoint = 1305;
    try {
      statement.execute("RELEASE SAVEPOINT " + savepoint);
      return true;
    } catch (SQLException error) {
      if (error.getErrorCode() == noSuchSavepoint) {
        return false;
      }
      throw error;
    }
  }

  @Override
  public String words(SQLException error, boolean values) {
    return MariaDbErrors.words(error, values);
  }

  @Override
  public boolean isBusy(SQLException error) {
    return MariaDbErrors.isBusy(error);
  }

  @Override
  public boolean isTimeout(SQLException error) {
    return MariaDbErrors.isTimeout(error);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Statements are limited by the driver's query timeout, which the server keeps. Locks are
   * waited for a little shorter, so that the error says what was in the way.
   */
  @Override
  public void limit(Connection connection, Duration timeout) throws SQLException {
    if (!connection.getAutoCommit()) {
      long seconds = Math.min(Math.max(timeout.minusMillis(1).toSeconds(), 1), 31_536_000);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "SET SESSION innodb_lock_wait_timeout = "
                + seconds
                + ", lock_wait_timeout = "
                + seconds);
      }
    }
  }
}
