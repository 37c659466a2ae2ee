package dev.sluice.connectors.mariadb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a session must be set to, so that SQL means the same wherever it runs. */
final class MariaDbSession {

  /** The collation under which texts are equal when they are the same, and order by code point. */
  static final String COLLATION = "utf8mb4_nopad_bin";

  /**
   * Without these a quoted name is a text, a backslash is swallowed, {@code ||} is OR, a difference
   * of unsigned numbers is an error, and what does not fit is cut to fit.
   */
  private static final List<String> MODES =
      List.of(
          "ANSI_QUOTES",
          "PIPES_AS_CONCAT",
          "NO_BACKSLASH_ESCAPES",
          "NO_UNSIGNED_SUBTRACTION",
          "STRICT_ALL_TABLES");

  /** Beyond what is needed: what the server's own default has. */
  private static final List<String> MORE_MODES =
      List.of("ERROR_FOR_DIVISION_BY_ZERO", "NO_ENGINE_SUBSTITUTION");

  /** Null for a division by zero, and a word that will be given up. */
  private static final Set<Integer> HARMLESS = Set.of(1365, 1287);

  private MariaDbSession() {}

  /** What the server warned of when it ran the last statement. */
  static Optional<String> warning(Connection connection) throws SQLException {
    // the driver knows from the answer whether there are any, and asks for them only then
    if (connection.getWarnings() == null) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW WARNINGS")) {
      while (row.next()) {
        if (!row.getString("Level").equals("Note") && !HARMLESS.contains(row.getInt("Code"))) {
          return Optional.of(row.getString("Message"));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Sets a connection of ours. Tables that are made here take part in transactions, whatever the
   * server's default engine is; a recursive query runs to its end; and every warning is kept,
   * because some say that an answer is wrong.
   */
  static void prepare(Connection connection, boolean readOnly) throws SQLException {
    List<String> modes = new ArrayList<>(MODES);
    modes.addAll(MORE_MODES);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET NAMES utf8mb4 COLLATE " + COLLATION);
      statement.execute(
          "SET SESSION sql_mode = '"
              + String.join(",", modes)
              + "', time_zone = '+00:00', default_storage_engine = InnoDB,"
              + " default_tmp_storage_engine = InnoDB, max_error_count = 65535,"
              + " max_recursive_iterations = 4294967295, default_regex_flags = ''");
      if (readOnly) {
        statement.execute("SET SESSION TRANSACTION READ ONLY");
      }
    }
  }

  /**
   * Refuses a connection that somebody else set otherwise: who opened it, or a load step.
   *
   * @throws SQLException then, with the settings that are needed
   */
  static void judge(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT @@sql_mode, @@collation_connection, @@time_zone, @@default_regex_flags,"
                    + " @@max_error_count > 0 AND @@sql_select_limit > 9223372036854775807")) {
      row.next();
      List<String> modes = Arrays.asList(row.getString(1).split(",", -1));
      boolean fits =
          modes.containsAll(MODES)
              && row.getString(2).equals(COLLATION)
              && row.getString(3).equals("+00:00")
              && row.getString(4).isEmpty()
              && row.getBoolean(5);
      if (!fits) {
        throw new SQLException(
            "this connection's session gives SQL another meaning: open it with `sessionVariables="
                + "sql_mode='"
                + String.join(",", MODES)
                + "',time_zone='+00:00',collation_connection="
                + COLLATION
                + "`, or let Sluice open it, and leave it so");
      }
    }
  }
}
