package dev.sluice.connectors.h2;

import java.sql.SQLException;

/** What an error of H2 says, by its number; see {@code org.h2.api.ErrorCode}. */
final class H2Errors {

  static final int NO_TABLE = 42102;

  /** The same without names that are alike, and without any table. */
  static final int NO_TABLE_AT_ALL = 42104;

  private static final int DUPLICATE_KEY = 23505;
  private static final int DEADLOCK = 40001;
  private static final int LOCK_TIMEOUT = 50200;
  private static final int CANCELLED = 57014;
  private static final int ALREADY_OPEN = 90020;
  private static final int CONCURRENT_UPDATE = 90131;

  private H2Errors() {}

  static boolean isBusy(SQLException error) {
    return switch (error.getErrorCode()) {
      case DEADLOCK, LOCK_TIMEOUT, ALREADY_OPEN, CONCURRENT_UPDATE -> true;
      default -> false;
    };
  }

  static boolean isTimeout(SQLException error) {
    return error.getErrorCode() == CANCELLED;
  }

  static boolean isTaken(SQLException error) {
    return isBusy(error) || error.getErrorCode() == DUPLICATE_KEY;
  }

  static boolean isMissingTable(SQLException error) {
    return error.getErrorCode() == NO_TABLE || error.getErrorCode() == NO_TABLE_AT_ALL;
  }
}
