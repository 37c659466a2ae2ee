package dev.sluice.connectors.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gate's locks on DuckDB databases: held in this process, because no second process can write
 * the same file. All databases in memory count as one, which may wait too long and never too short.
 */
final class GateLocks {

  private record Lock(String database, String key) {}

  private static final Map<Lock, Connection> HELD = new HashMap<>();

  private GateLocks() {}

  static boolean take(Connection connection, String key) throws SQLException {
    Lock lock = new Lock(database(connection), key);
    synchronized (HELD) {
      return HELD.putIfAbsent(lock, connection) == null;
    }
  }

  /** Gives back the lock when this very connection holds it, open or closed. */
  static void give(Connection connection, String key) {
    synchronized (HELD) {
      HELD.entrySet()
          .removeIf(held -> held.getKey().key.equals(key) && isSame(held.getValue(), connection));
    }
  }

  @SuppressWarnings("ReferenceEquality") // a connection is itself, whatever a pool says of equality
  private static boolean isSame(Connection one, Connection other) {
    return one == other;
  }

  private static String database(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT path FROM duckdb_databases() WHERE database_name = current_database()")) {
      @Nullable String path = row.next() ? row.getString(1) : null;
      return path == null ? "" : path;
    }
  }
}
