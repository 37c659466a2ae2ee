package dev.sluice.connectors.mariadb;

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

/** MariaDB from version 10.6 on; not MySQL, which its driver reaches too. */
public final class MariaDbConnector implements Connector {

  private final SqlProfile sql = new MariaDbSql();
  private final CatalogueReader catalogue = new MariaDbCatalogue();
  private final Transactions transactions = new MariaDbTransactions();

  @Override
  public String name() {
    return "mariadb";
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith(MariaDbUrl.SCHEME);
  }

  @Override
  public boolean accepts(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("MariaDB");
  }

  @Override
  public Database openAllowed(ConnectionSettings settings) throws SQLException {
    return MariaDbDatabase.open(settings);
  }

  /**
   * {@inheritDoc}
   *
   * @throws SQLException also when the connection is somebody else's, and its session gives our SQL
   *     another meaning
   */
  @Override
  public Capabilities capabilities(Connection connection) throws SQLException {
    MariaDbSession.judge(connection);
    DatabaseMetaData facts = connection.getMetaData();
    return new Capabilities(
        facts.supportsTransactions(),
        !facts.dataDefinitionCausesTransactionCommit(),
        true,
        facts.supportsSavepoints(),
        true,
        true);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Where a regular expression gave up, a text was cast to a number that it is not, or a
   * recursive query was cut off, the server gives an answer, and a warning with it.
   */
  @Override
  public Optional<String> doubt(Connection connection) throws SQLException {
    return MariaDbSession.warning(connection);
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
    return MariaDbUrl.refusal(url, properties);
  }
}
