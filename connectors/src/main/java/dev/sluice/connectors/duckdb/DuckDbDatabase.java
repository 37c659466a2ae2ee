package dev.sluice.connectors.duckdb;

import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Database;
import dev.sluice.engine.connector.FileNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** An open instance, whose connections all have the declared files as temporary views. */
final class DuckDbDatabase implements Database {

  private final Instance instance;
  private final FileViews files;
  private boolean closed;

  private DuckDbDatabase(Instance instance, FileViews files) {
    this.instance = instance;
    this.files = files;
  }

  static DuckDbDatabase open(ConnectionSettings settings) throws SQLException {
    FileViews files = FileViews.of(settings.files());
    Instance instance = Instances.take(settings, settings.readable());
    DuckDbDatabase database = new DuckDbDatabase(instance, files);
    try (Connection connection = database.connect()) {
      files.verify(connection);
    } catch (SQLException refused) {
      database.close();
      throw refused;
    }
    return database;
  }

  @Override
  public Connection connect() throws SQLException {
    DuckDBConnection connection = instance.root().duplicate();
    try {
      files.create(connection);
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
    return connection;
  }

  @Override
  public List<FileNote> notes() {
    return files.notes();
  }

  @Override
  public void close() throws SQLException {
    if (!closed) {
      closed = true;
      Instances.give(instance);
    }
  }
}
