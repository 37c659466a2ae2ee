package dev.sluice.connectors.mariadb;

import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Database;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/** A server's database; each connection is one of its own. */
final class MariaDbDatabase implements Database {

  private static final int OLDEST_MAJOR = 10;
  private static final int OLDEST_MINOR = 6;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ConnectionSettings settings;

  private MariaDbDatabase(ConnectionSettings settings) {
    this.settings = settings;
  }

  /** Connects once, to find out early what is wrong. */
  static MariaDbDatabase open(ConnectionSettings settings) throws SQLException {
    if (!settings.files().isEmpty()) {
      throw new SQLException(
          "`"
              + settings.files().get(0).written()
              + "` is a data file, and MariaDB does not read files; only DuckDB does");
    }
    MariaDbDatabase database = new MariaDbDatabase(settings);
    try (Connection connection = database.connectPatiently()) {
      judge(connection.getMetaData());
    }
    return database;
  }

  private static void judge(DatabaseMetaData server) throws SQLException {
    if (!server.getDatabaseProductName().equals("MariaDB")) {
      throw new SQLException(
          "this server is " + server.getDatabaseProductName() + ", and the URL is MariaDB's");
    }
    int major = server.getDatabaseMajorVersion();
    int minor = server.getDatabaseMinorVersion();
    if (major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR)) {
      throw new SQLException(
          "this server is MariaDB %d.%d; Sluice needs %d.%d or newer"
              .formatted(major, minor, OLDEST_MAJOR, OLDEST_MINOR));
    }
  }

  private Connection connectPatiently() throws SQLException {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    while (true) {
      try {
        return connect();
      } catch (SQLException refused) {
        if (!MariaDbErrors.isBusy(refused) || System.nanoTime() >= deadline) {
          throw refused;
        }
        pause();
      }
    }
  }

  private static void pause() throws SQLException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for the database", interrupted);
    }
  }

  @Override
  public Connection connect() throws SQLException {
    Connection connection = new Driver().connect(settings.url(), properties());
    if (connection == null) {
      throw new SQLException("the URL is not one of MariaDB");
    }
    try {
      MariaDbSession.prepare(connection, settings.readOnly());
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
    return connection;
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    settings.user().ifPresent(user -> properties.put("user", user));
    settings.password().ifPresent(password -> properties.put("password", password));
    // the driver would send files of this machine if the server asked for them
    properties.put("allowLocalInfile", "false");
    // instants are bound and read in UTC, whatever the zone of this machine
    properties.put("connectionTimeZone", "UTC");
    properties.put("preserveInstants", "true");
    properties.put("yearIsDateType", "false");
    // results are read in portions, not whole
    properties.put("defaultFetchSize", "1000");
    return properties;
  }
}
