package dev.sluice.connectors.postgresql;

import java.sql.SQLException;
import java.util.Set;

/** What an error of PostgreSQL says, by its SQL state. */
final class PostgresErrors {

  /** Serialization failure, deadlock, lock not available, too many connections, starting up. */
  private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "53300", "57P03");

  private static final String CANCELLED = "57014";

  private PostgresErrors() {}

  static boolean isBusy(SQLException error) {
    String state = error.getSQLState();
    return state != null && BUSY.contains(state);
  }

  static boolean isTimeout(SQLException error) {
    return CANCELLED.equals(error.getSQLState());
  }
}
