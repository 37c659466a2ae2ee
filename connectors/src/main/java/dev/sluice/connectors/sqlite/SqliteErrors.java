package dev.sluice.connectors.sqlite;

import java.sql.SQLException;

/** What an error of SQLite says, by its code: the low byte, the rest refines it. */
final class SqliteErrors {

  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int INTERRUPT = 9;
  private static final int LOW = 0xFF;

  private SqliteErrors() {}

  static boolean isBusy(SQLException error) {
    int code = error.getErrorCode() & LOW;
    return code == BUSY || code == LOCKED;
  }

  static boolean isTimeout(SQLException error) {
    return (error.getErrorCode() & LOW) == INTERRUPT;
  }
}
