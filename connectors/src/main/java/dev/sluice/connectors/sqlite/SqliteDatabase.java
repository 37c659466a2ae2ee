package dev.sluice.connectors.sqlite;

import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteConfig;

/** A file; each connection is one of its own. */
final class SqliteDatabase implements Database {

  /** How long a commit waits for readers to end, where they block it. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ConnectionSettings settings;

  private SqliteDatabase(ConnectionSettings settings) {
    this.settings = settings;
  }

  /** Connects once, to find out early what is wrong. */
  static SqliteDatabase open(ConnectionSettings settings) throws SQLException {
    if (!settings.files().isEmpty()) {
      throw new SQLException(
          "`"
              + settings.files().get(0).written()
              + "` is a data file, and SQLite does not read files; only DuckDB does");
    }
    String file = SqliteUrl.of(settings.url()).file();
    if (settings.readOnly() && !Files.exists(Path.of(file))) {
      throw new SQLException("there is no database file `" + file + "`");
    }
    SqliteDatabase database = new SqliteDatabase(settings);
    try (Connection connection = database.connect()) {
      SqliteConnector.verifyEncoding(connection);
    }
    return database;
  }

  @Override
  public Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(settings.readOnly());
    config.setBusyTimeout((int) PATIENCE.toMillis());
    Properties properties = config.toProperties();
    properties.putAll(settings.properties());
    Connection connection = connect(settings.url(), properties);
    try {
      Registration.own(connection);
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
    return connection;
  }

  private static Connection connect(String url, Properties properties) throws SQLException {
    Connection connection;
    try {
      connection = new JDBC().connect(url, properties);
    } catch (SQLException failure) {
      if (failure.getCause() instanceof NativeLibraryNotFoundException) {
        throw new SQLException(
            "SQLite's library could not be unpacked into the folder for temporary files,"
                + " `java.io.tmpdir`: make it one that can be written",
            failure);
      }
      throw failure;
    }
    if (connection == null) {
      throw new SQLException("the URL is not one of SQLite");
    }
    return connection;
  }
}
