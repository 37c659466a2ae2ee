package dev.sluice.connectors.duckdb;

import dev.sluice.engine.connector.Capabilities;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.connector.Database;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.connector.Transactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** DuckDB, in memory or in a file, with declared data files as views. */
public final class DuckDbConnector implements Connector {

  private final SqlProfile sql = new DuckDbSql();
  private final CatalogueReader catalogue = new DuckDbCatalogue();
  private final Transactions transactions = new DuckDbTransactions();

  @Override
  public String name() {
    return "duckdb";
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith(DuckDbUrl.PREFIX);
  }

  @Override
  public boolean readsFiles() {
    return true;
  }

  @Override
  public String located(String url, Path base) {
    DuckDbUrl read = DuckDbUrl.of(url);
    return read.isMemory() ? url : DuckDbUrl.PREFIX + base.resolve(read.rest()).normalize();
  }

  @Override
  public Optional<Path> relativeFile(String url, Path base) {
    DuckDbUrl read = DuckDbUrl.of(url);
    return read.isMemory() || Path.of(read.rest()).isAbsolute()
        ? Optional.empty()
        : Optional.of(base.resolve(read.rest()).normalize());
  }

  @Override
  public boolean accepts(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("DuckDB");
  }

  @Override
  public Database openAllowed(ConnectionSettings settings) throws SQLException {
    return DuckDbDatabase.open(settings);
  }

  @Override
  public Capabilities capabilities(Connection connection) throws SQLException {
    boolean definitionsCommit = connection.getMetaData().dataDefinitionCausesTransactionCommit();
    return new Capabilities(true, !definitionsCommit, true, false, true, isPersistent(connection));
  }

  private static boolean isPersistent(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select path is not null from duckdb_databases()"
                    + " where database_name = current_database()")) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public SqlProfile sql() {
    return sql;
  }

  @Override
  public CatalogueReader catalogue() {
    return catalogue;
  }

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Optional<String> refusal(String url, Map<String, String> properties) {
    return DuckDbUrl.refusal(url, properties);
  }
}
