package dev.sluice.connectors.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What other sessions of a database server do. */
final class Others {

  private static final long PAUSE_MILLIS = 20;

  private Others() {}

  /** Waits until a server has noticed that a gate's process is gone, and ended its sessions. */
  static void awaitEnd(Connection connection) throws SQLException, InterruptedException {
    if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      return;
    }
    while (sessions(connection) > 0) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static int sessions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where application_name = 'sluice'"
                    + " and datname = current_database()")) {
      row.next();
      return row.getInt(1);
    }
  }
}
