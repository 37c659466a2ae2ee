package dev.sluice.connectors.postgresql;

import dev.sluice.engine.connector.Capabilities;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.connector.Database;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.connector.Transactions;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL from version 14 on. */
public final class PostgresConnector implements Connector {

  private final SqlProfile sql = new PostgresSql();
  private final CatalogueReader catalogue = new PostgresCatalogue();
  private final Transactions transactions = new PostgresTransactions();

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith(PostgresUrl.PREFIX);
  }

  @Override
  public boolean accepts(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  @Override
  public Database openAllowed(ConnectionSettings settings) throws SQLException {
    return PostgresDatabase.open(settings);
  }

  @Override
  public Capabilities capabilities(Connection connection) throws SQLException {
    DatabaseMetaData facts = connection.getMetaData();
    return new Capabilities(
        facts.supportsTransactions(),
        !facts.dataDefinitionCausesTransactionCommit(),
        true,
        facts.supportsSavepoints(),
        true,
        true);
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
    return PostgresUrl.refusal(url, properties);
  }
}
