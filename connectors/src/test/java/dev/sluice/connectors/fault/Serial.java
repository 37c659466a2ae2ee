package dev.sluice.connectors.fault;

import dev.sluice.connectors.gate.Ground;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Batch after batch of one suite: of five rows two are published, two set aside, one is dropped.
 */
final class Serial {

  /** How rows get into the target. */
  enum Style {
    PUBLISH("table: staging\nwhere: day = $n\npublish: {into: target}\n"),
    REPLACE(
        "table: staging\nwhere: day = $n\npublish: {into: target, mode: replace, slice: all}\n"),
    LOAD("table: target\nwhere: day = $n\nload: load.sql\n");

    private final String keys;

    Style(String keys) {
      this.keys = keys;
    }
  }

  private final Ground ground;

  Serial(Ground ground, Style style) {
    this.ground = ground;
    ground.write(
        "sluice.yml",
        "connections:\n  here:\n    url: "
            + Faults.url(ground.url())
            + "\n    user: postgres\n    password: ${WAREHOUSE_PASSWORD}\n");
    ground.write("load.sql", "insert into target select * from staging where day = $n;\n");
    ground.write(
        "suite.yml",
        "connection: here\nbatch: $n\nparams: {n: {type: integer}}\nquarantine: set_aside\n"
            + style.keys
            + Line.MIXED.keys());
  }

  /** Makes the tables, with rows for so many batches. */
  void prepare(int batches) throws SQLException {
    String columns = "(id integer, amount integer, day integer, note varchar(20))";
    try (Connection connection = ground.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table target " + columns);
      statement.execute("create table staging " + columns);
      statement.execute("create table days (day integer)");
      statement.execute("insert into days values (1)");
      for (int size = 1; size < batches; size *= 2) {
        statement.execute("insert into days select day + " + size + " from days");
      }
      statement.execute(
          "insert into staging select r.id, r.amount, d.day, r.note from days d, (values"
              + " (2, -5, 'b'), (3, 30, null), (4, -7, 'd'), (5, 50, 'e'), (6, 60, 'f'))"
              + " as r(id, amount, note)");
      statement.execute("drop table days");
    }
  }

  /**
   * What is wrong after a kill.
   *
   * @param told the last batch that is known to be published
   */
  List<String> broken(int told) throws SQLException, InterruptedException {
    List<String> broken = new ArrayList<>();
    try (Connection connection = ground.connect()) {
      Others.awaitEnd(connection);
      List<String> published =
          rows(
              connection,
              "select batch from sluice_ledger where state = 'published' order by"
                  + " cast(batch as integer)");
      for (int batch = 1; batch <= published.size(); batch++) {
        if (!published.get(batch - 1).equals(Integer.toString(batch))) {
          broken.add("I2 batch " + batch + " is not the next published one: " + published);
          break;
        }
      }
      if (published.size() < told) {
        broken.add("I4 told of " + told + " batches, published are " + published.size());
      }
      if (published.size() > told + 1) {
        broken.add("I4 published " + published.size() + " batches, told of " + told);
      }
      same(broken, connection, "target", "5,3", published.size());
      same(broken, connection, "set_aside", "2,4", published.size());
    }
    return broken;
  }

  private static void same(
      List<String> broken, Connection connection, String table, String ids, int batches)
      throws SQLException {
    if (batches == 0 && !table.equals("target")) {
      return;
    }
    String[] both = ids.split(",", -1);
    String found =
        rows(
                connection,
                "select count(*), count(distinct day), min(day), max(day), count(case when id = "
                    + both[0]
                    + " then 1 end), count(case when id = "
                    + both[1]
                    + " then 1 end) from "
                    + table)
            .get(0);
    String wanted =
        batches == 0
            ? "0 0 null null 0 0"
            : 2 * batches + " " + batches + " 1 " + batches + " " + batches + " " + batches;
    if (!found.equals(wanted)) {
      broken.add("I1 " + table + " is " + found + " instead of " + wanted);
    }
  }

  int published() throws SQLException {
    try (Connection connection = ground.connect()) {
      return Integer.parseInt(
          rows(connection, "select count(*) from sluice_ledger where state = 'published'").get(0));
    }
  }

  static List<String> rows(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.append(column == 1 ? "" : " ").append(result.getString(column));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }
}
