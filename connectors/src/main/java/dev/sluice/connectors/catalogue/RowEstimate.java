package dev.sluice.connectors.catalogue;

import dev.sluice.dsl.table.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** About how many rows a table has, as a catalogue remembers it. */
public final class RowEstimate {

  private RowEstimate() {}

  /**
   * What the query gives.
   *
   * @param query a number, for a schema and a table in it, its two parameters
   * @return empty where it gives no row, or NULL
   */
  public static OptionalLong of(Connection connection, String query, Table table)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      int parts = table.path().size();
      statement.setString(1, table.path().get(parts - 2));
      statement.setString(2, table.path().get(parts - 1));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return OptionalLong.empty();
        }
        long rows = row.getLong(1);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(rows);
      }
    }
  }
}
