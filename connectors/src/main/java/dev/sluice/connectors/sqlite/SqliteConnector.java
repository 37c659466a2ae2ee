package dev.sluice.connectors.sqlite;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** SQLite: one writer at a time, and values whose types nobody enforces. */
public final class SqliteConnector implements Connector {

  private final CatalogueReader catalogue = new SqliteCatalogue();
  private final Transactions transactions = new SqliteTransactions();

  /** Made when it is first asked for: most runs have another database. */
  private static final class Sql {
    static final SqlProfile PROFILE = new SqliteSql();
  }

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith(SqliteUrl.PREFIX);
  }

  @Override
  public boolean accepts(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("SQLite");
  }

  @Override
  public String located(String url, Path base) {
    return SqliteUrl.of(url).located(base);
  }

  @Override
  public Optional<Path> relativeFile(String url, Path base) {
    return SqliteUrl.of(url).relativeFile(base);
  }

  @Override
  public Database openAllowed(ConnectionSettings settings) throws SQLException {
    return SqliteDatabase.open(settings);
  }

  @Override
  public Capabilities capabilities(Connection connection) throws SQLException {
    Registration.ensure(connection);
    verifyEncoding(connection);
    DatabaseMetaData facts = connection.getMetaData();
    return new Capabilities(
        facts.supportsTransactions(),
        !facts.dataDefinitionCausesTransactionCommit(),
        true,
        facts.supportsSavepoints(),
        true,
        isPersistent(connection));
  }

  private static boolean isPersistent(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT file <> '' FROM pragma_database_list WHERE name = 'main'")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Texts are compared by their bytes, which are in the order of characters in UTF-8 alone. */
  static void verifyEncoding(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA encoding")) {
      String encoding = row.next() ? row.getString(1) : "";
      if (!encoding.equals("UTF-8")) {
        throw new SQLException(
            "this SQLite database stores texts in "
                + encoding
                + ", where they are not in the order of characters; copy it into one in UTF-8");
      }
    }
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
    return SqliteUrl.refusal(url, properties);
  }
}
