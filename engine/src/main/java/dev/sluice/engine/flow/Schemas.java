package dev.sluice.engine.flow;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that a database tells of, each with its catalogue where that is told. What is a
 * catalogue to the driver alone, as in MariaDB, is a schema here.
 */
final class Schemas {

  private final Set<String> names = new HashSet<>();
  private final Set<List<String>> whole = new HashSet<>();

  private Schemas() {}

  static Schemas of(Connection connection) throws SQLException {
    Schemas schemas = new Schemas();
    DatabaseMetaData told = connection.getMetaData();
    try (ResultSet row = told.getSchemas()) {
      while (row.next()) {
        schemas.add(row.getString("TABLE_CATALOG"), row.getString("TABLE_SCHEM"));
      }
    }
    if (schemas.names.isEmpty()) {
      try (ResultSet row = told.getCatalogs()) {
        while (row.next()) {
          schemas.add(null, row.getString("TABLE_CAT"));
        }
      }
    }
    return schemas;
  }

  private void add(@Nullable String catalogue, @Nullable String schema) {
    if (schema != null) {
      names.add(plain(schema));
      if (catalogue != null) {
        whole.add(List.of(plain(catalogue), plain(schema)));
      }
    }
  }

  /**
   * Whether a table can lie there. Nothing is held against a database that tells of no schemas, and
   * letters' case is left to it.
   *
   * @param path of a table, outermost part first
   */
  boolean holds(List<String> path) {
    List<String> schema = path.subList(0, path.size() - 1).stream().map(Schemas::plain).toList();
    if (names.isEmpty() || schema.isEmpty()) {
      return true;
    }
    boolean bare = schema.size() == 1 || whole.isEmpty();
    return bare ? names.contains(schema.get(schema.size() - 1)) : whole.contains(schema);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
