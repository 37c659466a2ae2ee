package dev.sluice.connectors.h2;

import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Database;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.h2.Driver;

/**
 * A database of H2. One connection is held from opening to closing: a database in memory ends with
 * its last connection, and one in a file would be opened anew for each.
 */
final class H2Database implements Database {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ConnectionSettings settings;
  private final Connection root;

  private H2Database(ConnectionSettings settings, Connection root) {
    this.settings = settings;
    this.root = root;
  }

  static H2Database open(ConnectionSettings settings) throws SQLException {
    if (!settings.files().isEmpty()) {
      throw new SQLException(
          "`"
              + settings.files().get(0).written()
              + "` is a data file, and H2 does not read files; only DuckDB does");
    }
    H2Url url = H2Url.of(settings.url());
    if (settings.readOnly() && url.isFile() && !Files.exists(url.file())) {
      throw new SQLException("there is no database file `" + url.place() + ".mv.db`");
    }
    Connection root = connectPatiently(settings);
    try {
      H2Settings.of(root).verify();
    } catch (SQLException refused) {
      root.close();
      throw refused;
    }
    return new H2Database(settings, root);
  }

  private static Connection connectPatiently(ConnectionSettings settings) throws SQLException {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    while (true) {
      try {
        return connect(settings);
      } catch (SQLException refused) {
        if (!H2Errors.isBusy(refused) || System.nanoTime() >= deadline) {
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

  private static Connection connect(ConnectionSettings settings) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    settings.user().ifPresent(user -> properties.put("user", user));
    settings.password().ifPresent(password -> properties.put("password", password));
    if (H2Url.of(settings.url()).isFile()) {
      // else H2 writes its errors, and with them values, into a file beside the database
      properties.put("TRACE_LEVEL_FILE", "0");
    }
    Connection connection = new Driver().connect(settings.url(), properties);
    if (connection == null) {
      throw new SQLException("the URL is not one of H2");
    }
    try (Statement statement = connection.createStatement()) {
      // so that a run means the same wherever it runs
      statement.execute("SET TIME ZONE 'UTC'");
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
    return connection;
  }

  @Override
  public Connection connect() throws SQLException {
    return connect(settings);
  }

  @Override
  public void close() throws SQLException {
    root.close();
  }
}
