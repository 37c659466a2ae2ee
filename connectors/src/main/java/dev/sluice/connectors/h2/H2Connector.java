package dev.sluice.connectors.h2;

import dev.sluice.engine.connector.Capabilities;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.connector.Database;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.connector.Transactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** H2 2. Its definitions commit, and it has no transactions that only read. */
public final class H2Connector implements Connector {

  private final CatalogueReader catalogue = new H2Catalogue();
  private final Transactions transactions = new H2Transactions();

  /** Made when it is first asked for: most runs have another database. */
  private static final class Sql {
    static final SqlProfile PROFILE = new H2Sql();
  }

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith(H2Url.PREFIX);
  }

  @Override
  public boolean accepts(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2");
  }

  @Override
  public String located(String url, Path base) {
    return H2Url.of(url).located(base);
  }

  @Override
  public Optional<Path> relativeFile(String url, Path base) {
    return H2Url.of(url).relativeFile(base);
  }

  @Override
  public Database openAllowed(ConnectionSettings settings) throws SQLException {
    return H2Database.open(settings);
  }

  @Override
  public Capabilities capabilities(Connection connection) throws SQLException {
    H2Settings settings = H2Settings.of(connection);
    settings.verify();
    DatabaseMetaData facts = connection.getMetaData();
    return new Capabilities(
        facts.supportsTransactions(),
        !facts.dataDefinitionCausesTransactionCommit(),
        true,
        facts.supportsSavepoints(),
        true,
        settings.path().isPresent());
  }

  @Override
  public SqlProfile sql() {
    return Sql.PROFILE;
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
    return H2Url.refusal(url, properties);
  }
}
