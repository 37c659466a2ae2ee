package dev.sluice.engine.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database in memory with the two tables. */
final class DuckDb implements AutoCloseable {

  private final Connection connection;

  DuckDb() throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
    execute("CREATE TABLE customers (id BIGINT)");
    execute("INSERT INTO customers VALUES (1), (2), (2), (NULL)");
    execute(
        "CREATE TABLE orders (id BIGINT, customer BIGINT, status VARCHAR, amount DECIMAL(12, 2),"
            + " score DOUBLE, day DATE, placed TIMESTAMP)");
    execute(
        "INSERT INTO orders VALUES"
            + " (1, 1, 'new', 10.00, 1.5, '2024-01-01', '2024-01-01 10:00:00'),"
            + " (2, 2, 'paid', 20.00, 'NaN', '2024-01-02', '2024-01-02 10:00:00'),"
            + " (2, 3, 'paid', NULL, 2.5, '2024-01-02', '2024-01-02 09:00:00'),"
            + " (NULL, NULL, NULL, 5.50, NULL, '2024-01-03', NULL),"
            + " (5, 9, 'Paid', -1.00, 'inf', NULL, '2024-01-05 10:00:00')");
  }

  void execute(String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs it; returns the number of rows changed. */
  int run(Statement statement) throws SQLException {
    try (PreparedStatement prepared = prepare(statement)) {
      prepared.execute();
      return prepared.getUpdateCount();
    }
  }

  List<List<@Nullable Object>> rows(Statement statement) throws SQLException {
    try (PreparedStatement prepared = prepare(statement);
        ResultSet result = prepared.executeQuery()) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** All rows as text, columns and rows joined, for comparing at a glance. */
  String text(String query) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (List<@Nullable Object> row : rows(new Statement(query, List.of()))) {
      text.append(text.isEmpty() ? "" : "; ")
          .append(String.join(" ", row.stream().map(String::valueOf).toList()));
    }
    return text.toString();
  }

  private PreparedStatement prepare(Statement statement) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement.sql());
    int index = 1;
    for (Object value : statement.parameters()) {
      if (value instanceof Instant instant) {
        prepared.setObject(index++, instant.atOffset(ZoneOffset.UTC));
      } else if (value instanceof BigDecimal number) {
        prepared.setBigDecimal(index++, number);
      } else {
        prepared.setObject(index++, value);
      }
    }
    return prepared;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
