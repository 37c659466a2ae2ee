package dev.sluice.connectors.mariadb;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/** What an error of MariaDB says, by its number; see the server's {@code errmsg-utf8.txt}. */
final class MariaDbErrors {

  /**
   * A row changed since it was read, too many connections (of all, of one user), lock wait timeout,
   * deadlock, too many open transactions.
   */
  private static final Set<Integer> BUSY = Set.of(1020, 1040, 1203, 1205, 1213, 1226, 1637);

  /** Interrupted, {@code max_statement_time} passed, and the latter's number in MySQL. */
  private static final Set<Integer> STOPPED = Set.of(1317, 1969, 3024);

  /**
   * Errors whose words hold names alone: what the driver bound stands in the text of a statement,
   * which others quote.
   */
  private static final Set<Integer> NAMES_ALONE =
      Set.of(
          1020, 1040, 1044, 1045, 1049, 1050, 1051, 1054, 1142, 1143, 1146, 1203, 1205, 1213, 1226,
          1317, 1637, 1792, 1969);

  private static final Pattern CONNECTION = Pattern.compile("^\\(conn=\\d+\\) ");
  private static final Pattern ENTRY = Pattern.compile("Duplicate entry '.*' for", Pattern.DOTALL);

  private MariaDbErrors() {}

  /**
   * The server's words without the driver's number of the connection, and without the values of a
   * whole key.
   *
   * @param values whether they may quote a value
   */
  static String words(SQLException error, boolean values) {
    if (error.getMessage() == null || !(values || NAMES_ALONE.contains(error.getErrorCode()))) {
      return "the database refused it (error " + error.getErrorCode() + ")";
    }
    String words = CONNECTION.matcher(error.getMessage()).replaceFirst("");
    return ENTRY.matcher(words).replaceFirst("Duplicate entry for");
  }

  static boolean isBusy(SQLException error) {
    return BUSY.contains(error.getErrorCode());
  }

  static boolean isTimeout(SQLException error) {
    return STOPPED.contains(error.getErrorCode());
  }
}
