package dev.sluice.connectors.postgresql;

import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

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

  /** Data exceptions, and errors that code in the server raises: their words quote values. */
  private static final Set<String> QUOTE_VALUES = Set.of("22", "P0");

  /**
   * The main line alone: the details quote whole rows.
   *
   * @param values whether the line may quote a value
   */
  static String words(SQLException error, boolean values) {
    String state = error.getSQLState();
    if (!values && state != null && QUOTE_VALUES.contains(state.substring(0, 2))) {
      return "the database refused a value (SQL state " + state + ")";
    }
    ServerErrorMessage told =
        error instanceof PSQLException answer ? answer.getServerErrorMessage() : null;
    return told == null || told.getMessage() == null
        ? String.valueOf(error.getMessage())
        : told.getSeverity() + ": " + told.getMessage();
  }

  static boolean isTimeout(SQLException error) {
    return CANCELLED.equals(error.getSQLState());
  }
}
