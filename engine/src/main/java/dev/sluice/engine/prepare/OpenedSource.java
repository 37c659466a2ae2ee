package dev.sluice.engine.prepare;

import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.connector.Database;
import dev.sluice.engine.connector.FileNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database that we opened. No error of it holds what it was opened with. */
final class OpenedSource implements Source {

  private final Connector connector;
  private final Database database;
  private final String shown;
  private final Secrets secrets;

  private OpenedSource(Connector connector, Database database, String shown, Secrets secrets) {
    this.connector = connector;
    this.database = database;
    this.shown = shown;
    this.secrets = secrets;
  }

  static OpenedSource open(Connector connector, ConnectionSettings settings, String shown)
      throws SQLException {
    Secrets secrets = new Secrets(settings.url(), settings.password(), settings.properties());
    try {
      return new OpenedSource(connector, connector.open(settings), shown, secrets);
    } catch (SQLException refused) {
      throw secrets.hide(refused);
    }
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
    try {
      return database.connect();
    } catch (SQLException refused) {
      throw secrets.hide(refused);
    }
  }

  @Override
  public boolean givesMore() {
    return true;
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
