package dev.sluice.connectors.mariadb;

import java.sql.SQLException;
import java.util.Set;

/** What an error of MariaDB says, by its number; see the server's {@code errmsg-utf8.txt}. */
final class MariaDbErrors {

  /**
   * A row changed since it was read, too many connections (of all, of one user), lock wait timeout,
   * deadlock, too many open transactions.
   */
  private static final Set<Integer> BUSY = Set.of(1020, 1040, 1203, 1205, 1213, 1226, 1637);

  /** Interrupted, {@code max_statement_time} passed, and the latter's number in MySQL. */
  private static final Set<Integer> STOPPED = Set.of(1317, 1969, 3024);

  private MariaDbErrors() {}

  static boolean isBusy(SQLException error) {
    return BUSY.contains(error.getErrorCode());
  }

  static boolean isTimeout(SQLException error) {
    return STOPPED.contains(error.getErrorCode());
  }
}
