package dev.sluice.connectors.duckdb;

import dev.sluice.connectors.catalogue.NameMatch;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.connector.CatalogueReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** DuckDB's catalogue: database, schema, table. */
final class DuckDbCatalogue implements CatalogueReader {

  private static final int NAMES = 5000;

  private static final String PLACES =
      """
      SELECT database_name, schema_name, table_name AS name, 'TABLE' AS kind
      FROM duckdb_tables() WHERE NOT internal
      UNION ALL
      SELECT database_name, schema_name, view_name,
        CASE WHEN temporary AND comment = '%s' THEN 'FILE' ELSE 'VIEW' END
      FROM duckdb_views() WHERE NOT internal
      """
          .formatted(FileViews.COMMENT);

  @Override
  public List<Entry> find(Connection connection, List<String> parts, boolean exactCase)
      throws SQLException {
    Map<List<String>, Kind> kinds = new HashMap<>();
    List<List<String>> paths = new ArrayList<>();
    String query = "SELECT * FROM (" + PLACES + ") p WHERE lower(name) = lower(?) ORDER BY ALL";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parts.get(parts.size() - 1));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          List<String> path = List.of(row.getString(1), row.getString(2), row.getString(3));
          kinds.put(path, Kind.valueOf(row.getString(4)));
          paths.add(path);
        }
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (List<String> path : NameMatch.choose(paths, parts, exactCase)) {
      entries.add(entry(connection, path, kinds.getOrDefault(path, Kind.TABLE)));
    }
    return entries;
  }

  private static Entry entry(Connection connection, List<String> path, Kind kind)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    List<String> key = new ArrayList<>();
    Set<String> filled = new HashSet<>();
    describe(connection, "FROM " + Names.quoted(path), columns, key, filled);
    if (kind == Kind.TABLE) {
      return new Entry(new Table(path, display(path), columns), kind, key, filled);
    }
    // DuckDB shows a view the constraints of the table beneath
    List<Column> loose =
        columns.stream()
            .map(each -> new Column(each.name(), each.type(), each.nativeType(), true))
            .toList();
    return new Entry(new Table(path, display(path), loose), kind, List.of(), Set.of());
  }

  @Override
  public OptionalLong estimatedRows(Connection connection, Table table) throws SQLException {
    String query =
        "SELECT estimated_size FROM duckdb_tables()"
            + " WHERE database_name = ? AND schema_name = ? AND table_name = ?";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int part = 0; part < table.path().size(); part++) {
        statement.setString(part + 1, table.path().get(part));
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private static String display(List<String> path) {
    boolean plain = path.get(1).equals("main");
    return plain ? path.get(2) : path.get(1) + "." + path.get(2);
  }

  @Override
  public List<String> names(Connection connection) throws SQLException {
    String query =
        "SELECT CASE WHEN schema_name = current_schema() THEN name"
            + " ELSE schema_name || '.' || name END AS shown FROM ("
            + PLACES
            + ") p ORDER BY shown LIMIT "
            + NAMES;
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  @Override
  public List<String> defaultSchema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT current_database(), current_schema()")) {
      row.next();
      return List.of(row.getString(1), row.getString(2));
    }
  }

  @Override
  public List<Column> columnsOf(Connection connection, String query) throws SQLException {
    return describe(connection, query);
  }

  /** The columns of a query; DuckDB binds it and does not run it. */
  static List<Column> describe(Connection connection, String query) throws SQLException {
    List<Column> columns = new ArrayList<>();
    describe(
        connection,
        "SELECT * FROM (\n" + query + "\n) q",
        columns,
        new ArrayList<>(),
        new HashSet<>());
    return columns;
  }

  private static void describe(
      Connection connection,
      String query,
      List<Column> columns,
      List<String> key,
      Set<String> filled)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("DESCRIBE " + query)) {
      while (row.next()) {
        String name = row.getString("column_name");
        String nativeType = row.getString("column_type");
        boolean nullable = !"NO".equals(row.getString("null"));
        columns.add(new Column(name, DuckDbTypes.portable(nativeType), nativeType, nullable));
        if ("PRI".equals(row.getString("key"))) {
          key.add(name);
        }
        if (row.getString("default") != null) {
          filled.add(name);
        }
      }
    }
  }
}
