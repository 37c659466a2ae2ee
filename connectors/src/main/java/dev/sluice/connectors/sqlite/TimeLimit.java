package dev.sluice.connectors.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * A limit on the time of statements, which SQLite looks at from within. It is a class of the
 * driver: apart from the connector, so that the driver is loaded for its own databases alone.
 */
final class TimeLimit extends ProgressHandler {

  /** Steps of SQLite's machine between two looks at the clock. */
  private static final int STEPS = 10_000;

  private final long end;

  private TimeLimit(long end) {
    this.end = end;
  }

  static void set(Connection connection, Duration timeout) throws SQLException {
    long end = System.nanoTime() + timeout.toNanos();
    ProgressHandler.setHandler(
        connection.unwrap(SQLiteConnection.class), STEPS, new TimeLimit(end));
  }

  static void clear(Connection connection) throws SQLException {
    ProgressHandler.clearHandler(connection.unwrap(SQLiteConnection.class));
  }

  @Override
  protected int progress() {
    return System.nanoTime() - end > 0 ? 1 : 0;
  }
}
