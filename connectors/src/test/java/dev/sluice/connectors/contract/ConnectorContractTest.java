package dev.sluice.connectors.contract;

import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.connector.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What every connector must keep, tried on a real database. The parts are classes of their own; a
 * connector's test extends the last of them and says how its database is opened.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConnectorContractTest {

  private Database database = new Unopened();

  /** The connector under test. */
  protected abstract Connector connector();

  /** A URL of a new database, and the user for it. */
  protected abstract String newDatabase() throws Exception;

  protected Optional<String> user() {
    return Optional.empty();
  }

  private String url = "";

  @BeforeAll
  void openDatabase() throws Exception {
    url = newDatabase();
    database = connector().open(settings(false));
  }

  @AfterAll
  void closeDatabase() throws SQLException {
    database.close();
  }

  protected String url() {
    return url;
  }

  protected ConnectionSettings settings(boolean readOnly) {
    return new ConnectionSettings(
        url, user(), Optional.empty(), Map.of(), List.of(), readOnly, Duration.ofMillis(200));
  }

  /** Whether the database can hold a double. */
  protected boolean holds(double number) {
    return connector().sql().hasNaN() || !Double.isNaN(number);
  }

  /** A name that stands without quotes, as the catalogue has it. */
  protected String natural(String name) {
    return connector().sql().folded(name);
  }

  protected Connection connect() throws SQLException {
    return database.connect();
  }

  /** Before the first test. */
  private static final class Unopened implements Database {
    @Override
    public Connection connect() throws SQLException {
      throw new SQLException("not opened");
    }
  }
}
