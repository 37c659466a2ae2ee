package dev.sluice.connectors.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What other sessions of a database server do. */
final class Others {

  private static final long PAUSE_MILLIS = 20;

  private Others() {}

  /** Waits until a server has noticed that a gate's process is gone, and ended its sessions. */
  static void awaitEnd(Site site, Connection connection) throws SQLException, InterruptedException {
    Optional<String> sessions =
        switch (site) {
          case POSTGRESQL ->
              Optional.of(
                  "select count(*) from pg_stat_activity where application_name = 'sluice'"
                      + " and datname = current_database()");
          case MARIADB ->
              Optional.of(
                  "select count(*) from information_schema.processlist where db = database()"
                      + " and id <> connection_id()");
          case DUCKDB, SQLITE, H2 -> Optional.empty();
        };
    while (sessions.isPresent() && !Serial.rows(connection, sessions.get()).equals(List.of("0"))) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
