package dev.sluice.connectors.postgresql;

import dev.sluice.engine.connector.Transactions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** PostgreSQL's transactions, at REPEATABLE READ: one snapshot, taken by the first query. */
final class PostgresTransactions implements Transactions {

  /** Set in transactions that were begun here, so that no other's is ever begun anew. */
  private static final String MARK = "sluice.begun";

  /** A server that confirms a commit before it is written could lose it after we told of it. */
  private static final String KEPT =
      "; SELECT pg_catalog.set_config('synchronous_commit', 'on', true)"
          + " WHERE pg_catalog.current_setting('synchronous_commit') = 'off'";

  /** A name as the server gives it, so that it can stand in a statement. */
  private static final Pattern SNAPSHOT = Pattern.compile("[0-9A-Fa-f-]+");

  // without synchronize_seqscans a sample is the same rows each time, and stops early
  private static final String OURS =
      "; SET LOCAL synchronize_seqscans = off; SET LOCAL " + MARK + " = 'on'";

  @Override
  public void begin(Connection connection, boolean readOnly) throws SQLException {
    begin(
        connection,
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"
            + (readOnly ? ", READ ONLY" : "")
            + OURS
            + (readOnly ? "" : KEPT));
  }

  private static void begin(Connection connection, String settings) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(settings);
    }
  }

  @Override
  public Optional<String> shareSnapshot(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_export_snapshot()")) {
      row.next();
      return Optional.of(row.getString(1)).filter(name -> SNAPSHOT.matcher(name).matches());
    }
  }

  @Override
  public void beginAt(Connection connection, String snapshot) throws SQLException {
    if (!SNAPSHOT.matcher(snapshot).matches()) {
      throw new SQLException("`" + snapshot + "` is not the name of a snapshot");
    }
    begin(
        connection,
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET TRANSACTION SNAPSHOT '"
            + snapshot
            + "'"
            + OURS);
  }

  @Override
  public void forbidWrites(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION READ ONLY");
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A snapshot taken before the lock would hide what the last holder committed: the lock is
   * taken for the session first, the transaction begun anew, and the lock then handed over to it.
   */
  @Override
  public boolean tryLock(Connection connection, String key) throws SQLException {
    long lock = hash(key);
    if (!isOurs(connection)) {
      return ask(connection, "SELECT pg_catalog.pg_try_advisory_xact_lock(?)", lock);
    }
    if (!ask(connection, "SELECT pg_catalog.pg_try_advisory_lock(?)", lock)) {
      return false;
    }
    try {
      connection.rollback();
      begin(connection, false);
      boolean taken = ask(connection, "SELECT pg_catalog.pg_try_advisory_xact_lock(?)", lock);
      ask(connection, "SELECT pg_catalog.pg_advisory_unlock(?)", lock);
      return taken;
    } catch (SQLException lost) {
      // the session has the lock, and would keep it if the connection went back to a pool
      connection.abort(Runnable::run);
      throw lost;
    }
  }

  private static boolean isOurs(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT pg_catalog.current_setting('" + MARK + "', true) = 'on'")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static boolean ask(Connection connection, String sql, long lock) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, lock);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Advisory locks are numbers of 64 bits: the first of the key's SHA-256. */
  static long hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("sluice:" + key).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
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
    // one is given to a transaction when it writes or is asked; a reading one may not be asked
    String query =
        "SELECT CASE WHEN pg_catalog.current_setting('transaction_read_only') = 'on'"
            + " THEN pg_catalog.pg_current_xact_id_if_assigned()"
            + " ELSE pg_catalog.pg_current_xact_id() END::text";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return Optional.ofNullable(row.getString(1));
    }
  }

  @Override
  public String words(SQLException error, boolean values) {
    return PostgresErrors.words(error, values);
  }

  @Override
  public boolean isBusy(SQLException error) {
    return PostgresErrors.isBusy(error);
  }

  @Override
  public boolean isTimeout(SQLException error) {
    return PostgresErrors.isTimeout(error);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Waiting for other sessions' locks ends a little before the statement does, so that the error
   * tells which it was.
   */
  @Override
  public void limit(Connection connection, Duration timeout) throws SQLException {
    if (!connection.getAutoCommit()) {
      long milliseconds = Math.min(Math.max(timeout.toMillis(), 1), Integer.MAX_VALUE);
      long waiting = Math.max(milliseconds - Math.min(milliseconds / 10, 500), 1);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "SET LOCAL statement_timeout = "
                + milliseconds
                + "; SET LOCAL lock_timeout = "
                + waiting);
      }
    }
  }
}
