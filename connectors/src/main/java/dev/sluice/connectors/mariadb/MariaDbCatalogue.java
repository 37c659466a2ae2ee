package dev.sluice.connectors.mariadb;

import dev.sluice.connectors.catalogue.NameMatch;
import dev.sluice.connectors.catalogue.RowEstimate;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** MariaDB's catalogue: database, table. A database is what others call a schema. */
final class MariaDbCatalogue implements CatalogueReader {

  private static final int NAMES = 5000;

  private static final String PLACES =
      """
      SELECT t.TABLE_SCHEMA, t.TABLE_NAME, t.TABLE_TYPE, COALESCE(e.TRANSACTIONS, 'NO') = 'YES'
      FROM information_schema.TABLES t
      LEFT JOIN information_schema.ENGINES e ON e.ENGINE = t.ENGINE
      WHERE t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW', 'SYSTEM VIEW')
      """;

  /** Tables of the server itself are found with their schema's name alone. */
  private static final String OURS =
      " AND t.TABLE_SCHEMA NOT IN ('information_schema', 'performance_schema', 'mysql', 'sys')";

  private static final String PRIMARY_KEY =
      """
      SELECT COLUMN_NAME FROM information_schema.STATISTICS
      WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND INDEX_NAME = 'PRIMARY'
      ORDER BY SEQ_IN_INDEX
      """;

  /** A column without a default that may be null has the default NULL here. */
  private static final String FILLED =
      """
      SELECT COLUMN_NAME FROM information_schema.COLUMNS
      WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
        AND (COLUMN_DEFAULT <> 'NULL' OR EXTRA LIKE '%auto_increment%' OR EXTRA LIKE '%GENERATED%')
      """;

  private static final Set<String> WHOLE =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint");

  /** The key of ours that the tables have whose rows could not be told apart without it. */
  static final String IDENTITY = "sluice_identity";

  /** A place that was found. */
  private record Place(String kind, boolean transactional) {}

  @Override
  public List<Entry> find(Connection connection, List<String> parts, boolean exactCase)
      throws SQLException {
    boolean anyCase = !exactCase || namesHaveNoCase(connection);
    Map<List<String>, Place> places = places(connection, parts);
    List<List<String>> paths =
        places.keySet().stream()
            .sorted((one, other) -> String.join(".", one).compareTo(String.join(".", other)))
            .toList();
    List<Entry> entries = new ArrayList<>();
    if (parts.size() > 2) {
      return entries;
    }
    for (List<String> path : NameMatch.choose(paths, parts, !anyCase)) {
      Place place = places.get(path);
      if (place != null) {
        entries.add(entry(connection, path, place));
      }
    }
    return entries;
  }

  @Override
  public OptionalLong estimatedRows(Connection connection, Table table) throws SQLException {
    return RowEstimate.of(
        connection,
        "SELECT TABLE_ROWS FROM information_schema.TABLES"
            + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND TABLE_TYPE = 'BASE TABLE'",
        table);
  }

  /** Where the server compares names of tables without case it writes them down without. */
  private static boolean namesHaveNoCase(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@lower_case_table_names <> 0")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Map<List<String>, Place> places(Connection connection, List<String> parts)
      throws SQLException {
    Map<List<String>, Place> places = new HashMap<>();
    String query = PLACES + " AND LOWER(t.TABLE_NAME) = LOWER(?)" + (parts.size() > 1 ? "" : OURS);
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parts.get(parts.size() - 1));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          places.put(
              List.of(row.getString(1), row.getString(2)),
              new Place(row.getString(3), row.getBoolean(4)));
        }
      }
    }
    return places;
  }

  private Entry entry(Connection connection, List<String> path, Place place) throws SQLException {
    boolean here = path.get(0).equals(connection.getCatalog());
    List<Column> columns = columns(connection, path, place.kind.endsWith("VIEW"));
    List<String> key = names(connection, PRIMARY_KEY, path);
    Kind kind = kind(place, columns, key);
    if (key.equals(List.of(IDENTITY))) {
      columns = columns.stream().filter(each -> !each.name().equals(IDENTITY)).toList();
      key = List.of();
    }
    Table table = new Table(path, here ? path.get(1) : String.join(".", path), columns);
    return new Entry(table, kind, key, Set.copyOf(names(connection, FILLED, path)));
  }

  /** A row has an identity of its own, {@code _rowid}, where the key is one whole number. */
  private static Kind kind(Place place, List<Column> columns, List<String> key) {
    if (place.kind.endsWith("VIEW")) {
      return Kind.VIEW;
    }
    if (!place.transactional) {
      return Kind.UNTRANSACTIONAL;
    }
    boolean hidden = columns.stream().anyMatch(each -> each.name().equalsIgnoreCase("_rowid"));
    boolean identified =
        key.size() == 1
            && columns.stream()
                .filter(each -> each.name().equals(key.get(0)))
                .map(each -> each.nativeType().toLowerCase(Locale.ROOT).split("[( ]", 2)[0])
                .anyMatch(WHOLE::contains);
    return identified && !hidden ? Kind.TABLE : Kind.KEYLESS;
  }

  /** A view claims of its columns what it cannot promise. */
  private static List<Column> columns(Connection connection, List<String> path, boolean view)
      throws SQLException {
    String query =
        """
        SELECT COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, IS_NULLABLE = 'YES',
          COALESCE(NUMERIC_PRECISION, 0), COALESCE(NUMERIC_SCALE, 0),
          CHARACTER_SET_NAME, COLLATION_NAME
        FROM information_schema.COLUMNS
        WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION
        """;
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement = prepared(connection, query, path);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String shown = row.getString(3);
        columns.add(
            new Column(
                row.getString(1),
                MariaDbTypes.portable(row.getString(2), shown, row.getInt(5), row.getInt(6)),
                MariaDbTypes.declared(shown, row.getString(7), row.getString(8)),
                view || row.getBoolean(4)));
      }
    }
    return columns;
  }

  private static List<String> names(Connection connection, String query, List<String> path)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = prepared(connection, query, path);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
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
        "SELECT CASE WHEN TABLE_SCHEMA = DATABASE() THEN TABLE_NAME"
            + " ELSE CONCAT(TABLE_SCHEMA, '.', TABLE_NAME) END AS shown"
            + " FROM information_schema.TABLES t WHERE TABLE_TYPE <> 'SEQUENCE'"
            + OURS
            + " ORDER BY shown LIMIT "
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
    String database = connection.getCatalog();
    if (database == null) {
      throw new SQLException("this connection is in no database: its URL names none");
    }
    return List.of(database);
  }

  @Override
  public List<Column> columnsOf(Connection connection, String query) throws SQLException {
    return QueryColumns.of(connection, query);
  }
}
