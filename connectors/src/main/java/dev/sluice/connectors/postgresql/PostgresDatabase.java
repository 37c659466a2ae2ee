package dev.sluice.connectors.postgresql;

import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;

/** A server's database; each connection is one of its own. */
final class PostgresDatabase implements Database {

  private static final int OLDEST = 14;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** So that a run means the same wherever it runs. */
  private static final String SESSION =
      "SET TIME ZONE 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres';"
          + " SET standard_conforming_strings = on; SET client_min_messages = 'warning'";

  private final ConnectionSettings settings;

  private PostgresDatabase(ConnectionSettings settings) {
    this.settings = settings;
  }

  /** Connects once, to find out early what is wrong. */
  static PostgresDatabase open(ConnectionSettings settings) throws SQLException {
    if (!settings.files().isEmpty()) {
      throw new SQLException(
          "`"
              + settings.files().get(0).written()
              + "` is a data file, and PostgreSQL does not read files; only DuckDB does");
    }
    PostgresDatabase database = new PostgresDatabase(settings);
    try (Connection connection = database.connectPatiently()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new SQLException(
            "this server is PostgreSQL " + version + "; Sluice needs " + OLDEST + " or newer");
      }
    }
    return database;
  }

  private Connection connectPatiently() throws SQLException {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    while (true) {
      try {
        return connect();
      } catch (SQLException refused) {
        if (!PostgresErrors.isBusy(refused) || System.nanoTime() >= deadline) {
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
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    settings.user().ifPresent(user -> properties.put("user", user));
    settings.password().ifPresent(password -> properties.put("password", password));
    properties.putIfAbsent("ApplicationName", "sluice");
    // a server that accepts and never answers must not hold a run for ever
    properties.putIfAbsent("loginTimeout", Long.toString(SILENCE.toSeconds()));
    properties.putIfAbsent(
        "socketTimeout", Long.toString(settings.patience().plus(SILENCE).toSeconds()));
    // what a server adds to its errors quotes whole rows
    properties.put("logServerErrorDetail", "false");
    Connection connection = new Driver().connect(settings.url(), properties);
    if (connection == null) {
      throw new SQLException("the URL is not one of PostgreSQL");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          settings.readOnly() ? SESSION + "; SET default_transaction_read_only = on" : SESSION);
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
    return connection;
  }
}
