package dev.sluice.connectors.postgresql;

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
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** PostgreSQL's catalogue: schema, table. */
final class PostgresCatalogue implements CatalogueReader {

  private static final int NAMES = 5000;

  /**
   * Tables, partitioned and foreign ones, views, materialized views. Of a table that others inherit
   * from `ctid` tells rows apart as little as of a partitioned one.
   */
  private static final String PLACES =
      """
      SELECT c.oid, n.nspname, c.relname,
        CASE WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhparent = c.oid)
          THEN 'p' ELSE c.relkind::text END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
        AND NOT pg_catalog.pg_is_other_temp_schema(n.oid)
      """;

  private static final String PRIMARY_KEY =
      """
      SELECT a.attname
      FROM pg_catalog.pg_index i
      CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
      JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
      WHERE i.indrelid = ? AND i.indisprimary
      ORDER BY k.place
      """;

  /** Columns with a default, of a sequence, or generated. */
  private static final String FILLED =
      """
      SELECT a.attname
      FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped
        AND (a.atthasdef OR a.attidentity <> '')
      """;

  /** A place that was found; {@code kind} is the catalogue's letter. */
  private record Place(long oid, String kind) {}

  @Override
  public List<Entry> find(Connection connection, List<String> parts, boolean exactCase)
      throws SQLException {
    Map<List<String>, Place> places = new HashMap<>();
    for (Map.Entry<List<String>, Place> place : places(connection, parts).entrySet()) {
      places.put(withDatabase(connection, place.getKey(), parts), place.getValue());
    }
    List<List<String>> paths = places.keySet().stream().sorted(PostgresCatalogue::order).toList();
    List<Entry> entries = new ArrayList<>();
    for (List<String> path : NameMatch.choose(paths, parts, exactCase)) {
      Place place = places.get(path);
      if (place != null) {
        entries.add(entry(connection, path.subList(path.size() - 2, path.size()), place));
      }
    }
    return entries;
  }

  // -1 before the first VACUUM or ANALYZE
  @Override
  public OptionalLong estimatedRows(Connection connection, Table table) throws SQLException {
    String query =
        "SELECT c.reltuples::bigint FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = ? AND c.relname = ? AND c.reltuples >= 0"
            + " AND c.relkind IN ('r', 'p', 'm')";
    return RowEstimate.of(connection, query, table);
  }

  private static int order(List<String> one, List<String> other) {
    return String.join(".", one).compareTo(String.join(".", other));
  }

  private static Map<List<String>, Place> places(Connection connection, List<String> parts)
      throws SQLException {
    Map<List<String>, Place> places = new HashMap<>();
    // the server's lower() may know ASCII alone: other names are compared here
    String query =
        PLACES
            + " AND (pg_catalog.lower(c.relname) = pg_catalog.lower(?)"
            + " OR pg_catalog.octet_length(c.relname) <> pg_catalog.char_length(c.relname))";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parts.get(parts.size() - 1));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          places.put(
              List.of(row.getString(2), row.getString(3)),
              new Place(row.getLong(1), row.getString(4)));
        }
      }
    }
    return places;
  }

  /** With the database in front where the name has it. */
  private static List<String> withDatabase(
      Connection connection, List<String> path, List<String> parts) throws SQLException {
    return parts.size() < 3 ? path : List.of(connection.getCatalog(), path.get(0), path.get(1));
  }

  private static Entry entry(Connection connection, List<String> path, Place place)
      throws SQLException {
    String display = path.get(0).equals("public") ? path.get(1) : String.join(".", path);
    Table table = new Table(path, display, columns(connection, place.oid));
    return new Entry(
        table,
        kind(place.kind),
        names(connection, PRIMARY_KEY, place.oid),
        Set.copyOf(names(connection, FILLED, place.oid)));
  }

  private static Kind kind(String letter) {
    return switch (letter) {
      case "r" -> Kind.TABLE;
      case "p", "f" -> Kind.PARTITIONED;
      default -> Kind.VIEW;
    };
  }

  private static List<Column> columns(Connection connection, long table) throws SQLException {
    // a domain is what lies beneath it
    String query =
        """
        SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) AS shown,
          NOT a.attnotnull AS nullable, b.typname, b.typtype::text, b.modifier
        FROM pg_catalog.pg_attribute a
        CROSS JOIN LATERAL (
          WITH RECURSIVE beneath AS (
            SELECT t.typname, t.typtype, t.typbasetype, t.typtypmod, a.atttypmod AS modifier
            FROM pg_catalog.pg_type t WHERE t.oid = a.atttypid
            UNION ALL
            SELECT t.typname, t.typtype, t.typbasetype, t.typtypmod, p.typtypmod
            FROM beneath p JOIN pg_catalog.pg_type t ON t.oid = p.typbasetype
            WHERE p.typtype = 'd')
          SELECT typname, typtype, modifier FROM beneath WHERE typtype <> 'd') b
        WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
        """;
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String shown = row.getString("shown");
          columns.add(
              new Column(
                  row.getString("attname"),
                  PostgresTypes.portable(
                      row.getString("typname"),
                      row.getString("typtype"),
                      row.getInt("modifier"),
                      shown),
                  shown,
                  row.getBoolean("nullable")));
        }
      }
    }
    return columns;
  }

  private static List<String> names(Connection connection, String query, long table)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
    }
    return names;
  }

  @Override
  public List<String> names(Connection connection) throws SQLException {
    String query =
        "SELECT CASE WHEN nspname = pg_catalog.current_schema() THEN relname::text"
            + " ELSE nspname || '.' || relname END AS shown FROM ("
            + PLACES
            + " AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')) p"
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
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT coalesce(pg_catalog.current_schema(), 'public')")) {
      row.next();
      return List.of(row.getString(1));
    }
  }

  @Override
  public List<Column> columnsOf(Connection connection, String query) throws SQLException {
    return QueryColumns.of(connection, query);
  }
}
