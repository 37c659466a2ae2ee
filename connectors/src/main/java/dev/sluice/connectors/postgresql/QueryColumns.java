package dev.sluice.connectors.postgresql;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** The columns that a query gives, from the server's description of it. */
final class QueryColumns {

  private QueryColumns() {}

  static List<Column> of(Connection connection, String query) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM (\n" + query + "\n) q")) {
      ResultSetMetaData description = statement.getMetaData();
      for (int index = 1; index <= description.getColumnCount(); index++) {
        columns.add(column(description, index));
      }
    }
    return columns;
  }

  private static Column column(ResultSetMetaData description, int index) throws SQLException {
    String word = description.getColumnTypeName(index);
    boolean sized =
        description.getColumnType(index) == Types.NUMERIC && description.getScale(index) > 0;
    // the driver calls an enumeration VARCHAR
    String kind = description.getColumnType(index) == Types.VARCHAR ? "e" : "b";
    Type type =
        sized
            ? Type.decimal(description.getPrecision(index), description.getScale(index))
            : PostgresTypes.portable(word, kind, -1, word);
    return new Column(description.getColumnLabel(index), type, word, true);
  }
}
