package dev.sluice.connectors.fault;

import dev.sluice.connectors.gate.Ground;
import java.nio.file.Path;
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
    PUBLISH("table: staging\nwhere: part = $n\npublish: {into: target}\n"),
    REPLACE(
        "table: staging\nwhere: part = $n\npublish: {into: target, mode: replace, slice: all}\n"),
    LOAD("table: target\nwhere: part = $n\nload: load.sql\n");

    private final String keys;

    Style(String keys) {
      this.keys = keys;
    }
  }

  private static final String NAMES = "id, amount, part, note";

  private final Site site;
  private final Ground ground;

  Serial(Site site, Path folder, Style style) {
    this.site = site;
    this.ground = site.ground(folder);
    ground.write("sluice.yml", Faults.configuration(ground.url(), ground.user()));
    ground.write(
        "load.sql",
        "insert into target (" + NAMES + ") select " + NAMES + " from staging where part = $n;\n");
    ground.write(
        "suite.yml",
        "connection: here\nbatch: $n\nparams: {n: {type: integer}}\nquarantine: set_aside\n"
            + style.keys
            + Line.MIXED.keys());
  }

  /** Makes the tables, with rows for so many batches. */
  void prepare(int batches) throws SQLException {
    String columns = "id integer, amount integer, part integer, note varchar(20)";
    try (Connection connection = ground.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table target (" + columns + site.keyColumn() + ")");
      statement.execute("create table staging (" + columns + ")");
      statement.execute("create table parts (part integer)");
      statement.execute("insert into parts values (1)");
      for (int size = 1; size < batches; size *= 2) {
        statement.execute("insert into parts select part + " + size + " from parts");
      }
      statement.execute(
          "insert into staging select r.id, r.amount, d.part, r.note from parts d cross join"
              + " (select 2 as id, -5 as amount, 'b' as note union all select 3, 30, null"
              + " union all select 4, -7, 'd' union all select 5, 50, 'e'"
              + " union all select 6, 60, 'f') r");
      statement.execute("drop table parts");
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
      Others.awaitEnd(site, connection);
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
                "select count(*), count(distinct part), min(part), max(part), count(case when id = "
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

  Ground ground() {
    return ground;
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
