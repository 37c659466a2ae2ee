package dev.sluice.connectors.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Short ways to speak to a database in tests. */
public final class Databases {

  private Databases() {}

  /** Rows as lines, values between bars, null as {@code null}. */
  public static String query(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int index = 1; index <= columns; index++) {
          values.add(String.valueOf(row.getString(index)));
        }
        rows.add(String.join("|", values));
      }
    }
    return String.join("\n", rows);
  }

  public static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
