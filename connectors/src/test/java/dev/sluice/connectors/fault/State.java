package dev.sluice.connectors.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Everything that a gate can have changed, read past the engine.
 *
 * @param target its rows; nothing when it is not there
 * @param quarantine its rows with their reasons; nothing when it is not there
 * @param repairs the values that were repaired; nothing when the table is not there
 * @param ledger states, counts and messages of the batch's runs
 * @param tables the names of all tables
 */
record State(
    List<String> target,
    List<String> quarantine,
    List<String> repairs,
    List<String> ledger,
    TreeSet<String> tables) {

  private static final String COLUMNS = "id, amount, part, note, secret";

  static final List<String> NO_TABLE = List.of("no table");

  /** The columns of candidate and target, in brackets. */
  static final String NAMES = " (" + COLUMNS + ")";

  static State of(Connection connection) throws SQLException {
    TreeSet<String> tables = tables(connection);
    return new State(
        tables.contains("target")
            ? Serial.rows(connection, "select " + COLUMNS + " from target order by 1, 2, 4")
            : NO_TABLE,
        tables.contains("set_aside")
            ? Serial.rows(
                connection,
                "select " + COLUMNS + ", sluice_reasons from set_aside order by 1, 2, 4")
            : List.of(),
        tables.contains("fixes")
            ? Serial.rows(
                connection,
                "select sluice_line, sluice_column, old_value, new_value from fixes order by 1, 2, 3")
            : List.of(),
        tables.contains("sluice_ledger")
            ? Serial.rows(
                connection,
                "select state, candidate_rows, published, quarantined, dropped, message"
                    + " from sluice_ledger where batch = 'b1' order by started_at")
            : List.of(),
        tables);
  }

  /** The names of all tables, in lower case. */
  static TreeSet<String> tables(Connection connection) throws SQLException {
    TreeSet<String> names = new TreeSet<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(),
                connection.getSchema(),
                "%",
                new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** How many runs of the batch the ledger calls so. */
  long runs(String state) {
    return ledger.stream().filter(row -> row.startsWith(state + " ")).count();
  }
}
