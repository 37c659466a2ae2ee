package dev.sluice.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The same checks as the suite, as the best SQL that we could write by hand, over plain JDBC. */
public final class HandWritten {

  private HandWritten() {}

  /** Arguments: the URL, and the plan's name; it prints what each statement found. */
  public static void main(String... arguments) throws SQLException, IOException {
    run(arguments[0], plan(arguments[1])).forEach(System.out::println);
  }

  /** The statements of a plan of this module. */
  static List<String> plan(String name) throws IOException {
    return List.of(text(name).replace("${table}", "orders").split("(?m)^-- .*$|;\\s*\\n")).stream()
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toList());
  }

  static String text(String name) throws IOException {
    try (InputStream text = HandWritten.class.getResourceAsStream("/benchmarks/" + name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static List<String> run(String url, List<String> plan) throws SQLException {
    Properties properties = new Properties();
    if (url.startsWith("jdbc:duckdb:")) {
      properties.put("duckdb.read_only", "true");
    }
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, properties);
        Statement statement = connection.createStatement()) {
      for (String each : plan) {
        if (statement.execute(each)) {
          found.add(rows(statement));
        }
      }
    }
    return found;
  }

  private static String rows(Statement statement) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (ResultSet rows = statement.getResultSet()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          text.append(rows.getString(column)).append(column == columns ? '\n' : '\t');
        }
      }
    }
    return text.toString();
  }
}
