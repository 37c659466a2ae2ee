package dev.sluice.connectors.fault;

import dev.sluice.connectors.duckdb.DuckDbConnector;
import dev.sluice.connectors.h2.H2Connector;
import dev.sluice.connectors.mariadb.MariaDbConnector;
import dev.sluice.connectors.postgresql.PostgresConnector;
import dev.sluice.connectors.sqlite.SqliteConnector;
import dev.sluice.engine.connector.Capabilities;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.connector.Database;
import dev.sluice.engine.connector.FileNote;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.connector.Transactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real connector whose connections can fail: found like any other, by its URL, so that the engine
 * runs as it is.
 */
abstract class FaultyConnector implements Connector {

  private final Connector connector;

  FaultyConnector(Connector connector) {
    this.connector = connector;
  }

  /** DuckDB, which knows neither users nor passwords. */
  public static final class DuckDb extends FaultyConnector {
    public DuckDb() {
      super(new DuckDbConnector());
    }
  }

  /** SQLite, which knows neither users nor passwords. */
  public static final class Sqlite extends FaultyConnector {
    public Sqlite() {
      super(new SqliteConnector());
    }
  }

  /** H2, whose file is made by whoever comes first, without a user. */
  public static final class H2 extends FaultyConnector {
    public H2() {
      super(new H2Connector());
    }
  }

  /** MariaDB, where the test server asks for no password. */
  public static final class MariaDb extends FaultyConnector {
    public MariaDb() {
      super(new MariaDbConnector());
    }
  }

  /** PostgreSQL, where the test server trusts everybody. */
  public static final class Postgresql extends FaultyConnector {
    public Postgresql() {
      super(new PostgresConnector());
    }
  }

  @Override
  public String name() {
    return connector.name();
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith(Faults.PREFIX) && connector.accepts(Faults.real(url));
  }

  @Override
  public boolean accepts(Connection connection) {
    return false;
  }

  @Override
  public Database openAllowed(ConnectionSettings settings) throws SQLException {
    String url = Faults.real(settings.url());
    boolean trusts = connector.name().equals("postgresql");
    boolean server = trusts || connector.name().equals("mariadb");
    Calls calls = Faults.of(url);
    Database database =
        calls.make(
            "Connector.open",
            () ->
                connector.open(
                    new ConnectionSettings(
                        url,
                        settings.user().filter(user -> server),
                        settings.password().filter(password -> trusts),
                        settings.properties(),
                        settings.files(),
                        settings.readable(),
                        settings.readOnly(),
                        settings.patience())));
    return new FaultyDatabase(database, calls);
  }

  private record FaultyDatabase(Database database, Calls calls) implements Database {
    @Override
    public Connection connect() throws SQLException {
      return calls.make("Database.connect", () -> FaultyConnection.of(calls, database.connect()));
    }

    @Override
    public List<FileNote> notes() {
      return database.notes();
    }

    @Override
    public void close() throws SQLException {
      database.close();
    }
  }

  @Override
  public Capabilities capabilities(Connection connection) throws SQLException {
    return connector.capabilities(connection);
  }

  @Override
  public SqlProfile sql() {
    return connector.sql();
  }

  @Override
  public CatalogueReader catalogue() {
    return connector.catalogue();
  }

  @Override
  public Transactions transactions() {
    return connector.transactions();
  }

  @Override
  public Optional<String> doubt(Connection connection) throws SQLException {
    return connector.doubt(connection);
  }

  @Override
  public Optional<Path> relativeFile(String url, Path base) {
    return connector.relativeFile(Faults.real(url), base);
  }

  @Override
  public boolean readsFiles() {
    return connector.readsFiles();
  }

  @Override
  public String located(String url, Path base) {
    return Faults.url(connector.located(Faults.real(url), base));
  }

  @Override
  public Optional<String> refusal(String url, Map<String, String> properties) {
    return connector.refusal(Faults.real(url), properties);
  }
}
