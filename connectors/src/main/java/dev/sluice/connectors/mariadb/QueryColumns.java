package dev.sluice.connectors.mariadb;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    String word = description.getColumnTypeName(index).toLowerCase(Locale.ROOT);
    Type type =
        switch (description.getColumnType(index)) {
          case Types.BOOLEAN, Types.BIT -> Type.BOOLEAN;
          case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> Type.TEXT;
          case Types.INTEGER -> Type.INTEGER;
          default ->
              MariaDbTypes.portable(
                  word.split(" ", 2)[0],
                  word,
                  description.getPrecision(index),
                  description.getScale(index));
        };
    return new Column(description.getColumnLabel(index), type, word, true);
  }
}
