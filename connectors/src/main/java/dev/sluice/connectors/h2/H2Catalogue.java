package dev.sluice.connectors.h2;

import dev.sluice.connectors.catalogue.NameMatch;
import dev.sluice.connectors.catalogue.RowEstimate;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.CatalogueReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** H2's catalogue: schema, table. */
final class H2Catalogue implements CatalogueReader {

  private static final int NAMES = 5000;

  /** A linked table lies in another database, whose transaction is not this one's. */
  private static final String PLACES =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME,
        CASE WHEN TABLE_TYPE = 'VIEW' OR STORAGE_TYPE NOT IN
          ('CACHED', 'MEMORY', 'LOCAL TEMPORARY', 'GLOBAL TEMPORARY') THEN 'VIEW' ELSE 'TABLE' END
      FROM INFORMATION_SCHEMA.TABLES
      """;

  private static final String COLUMNS =
      """
      SELECT COLUMN_NAME, DATA_TYPE,
        DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER) AS SHOWN,
        COALESCE(NUMERIC_PRECISION, 0) AS DIGITS, COALESCE(NUMERIC_SCALE, 0) AS SCALE,
        IS_NULLABLE = 'YES' AS NULLABLE,
        COLUMN_DEFAULT IS NOT NULL OR IS_IDENTITY = 'YES' OR IS_GENERATED = 'ALWAYS' AS FILLED
      FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
      ORDER BY ORDINAL_POSITION
      """;

  private static final String PRIMARY_KEY =
      """
      SELECT K.COLUMN_NAME
      FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C
      JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K
        ON K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = C.CONSTRAINT_NAME
      WHERE C.TABLE_SCHEMA = ? AND C.TABLE_NAME = ? AND C.CONSTRAINT_TYPE = 'PRIMARY KEY'
      ORDER BY K.ORDINAL_POSITION
      """;

  @Override
  public List<Entry> find(Connection connection, List<String> parts, boolean exactCase)
      throws SQLException {
    Map<List<String>, Kind> kinds = new HashMap<>();
    List<List<String>> paths = new ArrayList<>();
    String query = PLACES + " WHERE UPPER(TABLE_NAME) = UPPER(?) ORDER BY 1, 2";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parts.get(parts.size() - 1));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          List<String> path = List.of(row.getString(1), row.getString(2));
          List<String> whole =
              parts.size() < 3 ? path : List.of(connection.getCatalog(), path.get(0), path.get(1));
          kinds.put(whole, Kind.valueOf(row.getString(3)));
          paths.add(whole);
        }
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (List<String> path : NameMatch.choose(paths, parts, exactCase)) {
      List<String> place = path.subList(path.size() - 2, path.size());
      entries.add(entry(connection, place, kinds.getOrDefault(path, Kind.VIEW)));
    }
    return entries;
  }

  @Override
  public OptionalLong estimatedRows(Connection connection, Table table) throws SQLException {
    return RowEstimate.of(
        connection,
        "SELECT ROW_COUNT_ESTIMATE FROM INFORMATION_SCHEMA.TABLES"
            + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND TABLE_TYPE = 'BASE TABLE'",
        table);
  }

  private static Entry entry(Connection connection, List<String> path, Kind kind)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    Set<String> filled = new HashSet<>();
    try (PreparedStatement statement = prepared(connection, COLUMNS, path);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String name = row.getString("COLUMN_NAME");
        if (name.equals(H2Sql.IDENTITY)) {
          throw new SQLException(
              "the column `" + name + "` of `" + path.get(1) + "` cannot be told from H2's own");
        }
        String shown = row.getString("SHOWN");
        Type type =
            H2Types.portable(
                row.getString("DATA_TYPE"), row.getInt("DIGITS"), row.getInt("SCALE"), shown);
        boolean nullable = kind == Kind.VIEW || row.getBoolean("NULLABLE");
        columns.add(new Column(name, type, shown, nullable));
        if (row.getBoolean("FILLED")) {
          filled.add(name);
        }
      }
    }
    List<String> key = new ArrayList<>();
    try (PreparedStatement statement = prepared(connection, PRIMARY_KEY, path);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        key.add(row.getString(1));
      }
    }
    String display = path.get(0).equals("PUBLIC") ? path.get(1) : String.join(".", path);
    return new Entry(new Table(path, display, columns), kind, key, filled);
  }

  private static PreparedStatement prepared(Connection connection, String query, List<String> path)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(query);
    statement.setString(1, path.get(0));
    statement.setString(2, path.get(1));
    return statement;
  }

  @Override
  public List<String> names(Connection connection) throws SQLException {
    String query =
        "SELECT CASE WHEN TABLE_SCHEMA = CURRENT_SCHEMA THEN TABLE_NAME"
            + " ELSE TABLE_SCHEMA || '.' || TABLE_NAME END AS SHOWN"
            + " FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'"
            + " ORDER BY SHOWN LIMIT "
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
    return List.of(connection.getSchema());
  }

  @Override
  public List<Column> columnsOf(Connection connection, String query) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM (\n" + query + "\n) Q")) {
      ResultSetMetaData description = statement.getMetaData();
      for (int index = 1; index <= description.getColumnCount(); index++) {
        String word = description.getColumnTypeName(index);
        Type type =
            H2Types.portable(
                word, description.getPrecision(index), description.getScale(index), word);
        columns.add(new Column(description.getColumnLabel(index), type, word, true));
      }
    }
    return columns;
  }
}
