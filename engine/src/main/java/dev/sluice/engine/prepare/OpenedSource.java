package dev.sluice.engine.prepare;

import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.connector.Database;
import dev.sluice.engine.connector.FileNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database that we opened. */
final class OpenedSource implements Source {

  private final Connector connector;
  private final Database database;
  private final String shown;

  OpenedSource(Connector connector, Database database, String shown) {
    this.connector = connector;
    this.database = database;
    this.shown = shown;
  }

  @Override
  public Connector connector() {
    return connector;
  }

  @Override
  public String shown() {
    return shown;
  }

  @Override
  public Connection connect() throws SQLException {
    return database.connect();
  }

  @Override
  public List<FileNote> notes() {
    return database.notes();
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException alreadyAnswered) {
      // The outcome is known and told; a database that closes badly changes nothing of it.
      return;
    }
  }
}
