package dev.sluice.connectors.sqlite;

import dev.sluice.connectors.catalogue.NameMatch;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
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
import java.util.Set;
import java.util.TreeMap;

/** SQLite's catalogue: schema, table. A schema is an attached file, {@code main} the opened one. */
final class SqliteCatalogue implements CatalogueReader {

  private static final int NAMES = 5000;
  private static final String MAIN = "main";

  /** A table whose rows have no identity: a virtual one, or one WITHOUT ROWID. */
  private static final String PLACES =
      """
      SELECT schema, name,
        CASE WHEN type = 'view' THEN 'VIEW' WHEN type = 'virtual' OR wr
            THEN 'WITHOUT_IDENTITY'
          ELSE 'TABLE' END
      FROM pragma_table_list WHERE type <> 'shadow' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY 1, 2
      """;

  /** Columns that are hidden in a virtual table are left out. */
  private static final String COLUMNS =
      """
      SELECT name, type, "notnull", dflt_value IS NOT NULL OR hidden IN (2, 3), pk
      FROM pragma_table_xinfo(?, ?) WHERE hidden <> 1 ORDER BY cid
      """;

  @Override
  public List<Entry> find(Connection connection, List<String> parts, boolean exactCase)
      throws SQLException {
    Map<List<String>, Kind> kinds = places(connection);
    List<Entry> entries = new ArrayList<>();
    for (List<String> path : NameMatch.choose(List.copyOf(kinds.keySet()), parts, exactCase)) {
      entries.add(entry(connection, path, kinds.getOrDefault(path, Kind.VIEW)));
    }
    return entries;
  }

  private static Map<List<String>, Kind> places(Connection connection) throws SQLException {
    Map<List<String>, Kind> kinds = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(PLACES)) {
      while (row.next()) {
        kinds.put(List.of(row.getString(1), row.getString(2)), Kind.valueOf(row.getString(3)));
      }
    }
    return kinds;
  }

  private static Entry entry(Connection connection, List<String> path, Kind kind)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    Set<String> filled = new HashSet<>();
    Map<Integer, String> key = new TreeMap<>();
    boolean hidesIdentity = false;
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, path.get(1));
      statement.setString(2, path.get(0));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String name = row.getString(1);
          String declared = row.getString(2);
          columns.add(
              new Column(name, SqliteTypes.portable(declared), declared, !row.getBoolean(3)));
          if (row.getBoolean(4)) {
            filled.add(name);
          }
          if (row.getInt(5) > 0) {
            key.put(row.getInt(5), name);
          }
          hidesIdentity |= name.equalsIgnoreCase("rowid");
        }
      }
    }
    if (kind == Kind.TABLE && key.size() == 1) {
      String only = key.values().iterator().next();
      columns.stream()
          .filter(column -> column.name().equals(only))
          .filter(column -> column.nativeType().equalsIgnoreCase("INTEGER"))
          .forEach(column -> filled.add(only));
    }
    Kind known = kind == Kind.TABLE && hidesIdentity ? Kind.WITHOUT_IDENTITY : kind;
    String display = path.get(0).equals(MAIN) ? path.get(1) : String.join(".", path);
    return new Entry(new Table(path, display, columns), known, List.copyOf(key.values()), filled);
  }

  @Override
  public List<String> names(Connection connection) throws SQLException {
    return places(connection).keySet().stream()
        .map(path -> path.get(0).equals(MAIN) ? path.get(1) : String.join(".", path))
        .sorted()
        .limit(NAMES)
        .toList();
  }

  @Override
  public List<String> defaultSchema(Connection connection) {
    return List.of(MAIN);
  }

  /** Of an expression SQLite knows no type before it runs. */
  @Override
  public List<Column> columnsOf(Connection connection, String query) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM (\n" + query + "\n) q")) {
      ResultSetMetaData description = statement.getMetaData();
      for (int index = 1; index <= description.getColumnCount(); index++) {
        // the driver says NUMERIC where there is no type
        String declared =
            description.getTableName(index).isEmpty() ? "" : description.getColumnTypeName(index);
        columns.add(
            new Column(
                description.getColumnLabel(index), SqliteTypes.portable(declared), declared, true));
      }
    }
    return columns;
  }
}
