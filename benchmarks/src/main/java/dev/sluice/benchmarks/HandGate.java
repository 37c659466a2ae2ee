package dev.sluice.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The gate of `gate.yml` as one would write it by hand for DuckDB: the orders are audited, those
 * with a status at fault go into the quarantine, the others into the target with their repairs, the
 * counts must agree, and all of it is one transaction. What the audit did not find is not looked
 * for again.
 */
public final class HandGate {

  static final List<String> COLUMNS =
      List.of(
          "order_id",
          "customer_id",
          "status",
          "amount",
          "currency",
          "email",
          "created_at",
          "updated_at",
          "qty",
          "discount",
          "country",
          "note");

  private static final String STATUS =
      "status in ('new','paid','shipped','delivered','cancelled','returned')";

  private record Repair(String column, String check, String value) {}

  private static final List<Repair> REPAIRS =
      List.of(
          new Repair("amount", "amount between 0 and 20000", "0"),
          new Repair("qty", "qty between 1 and 1000", "1"),
          new Repair("discount", "discount between 0 and 1", "0"));

  private HandGate() {}

  /** Argument: the URL. It prints what went where. */
  public static void main(String... arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        List<Long> found = audit(statement);
        long rows = found.get(0);
        boolean aside = found.get(1) > 0;
        long quarantined = aside ? quarantine(connection, statement) : 0;
        long published = statement.executeLargeUpdate(publish(found, aside));
        if (rows != published + quarantined || quarantined != found.get(1)) {
          throw new SQLException(rows + " is not " + published + " and " + quarantined);
        }
        connection.commit();
        System.out.printf("%d = %d published + %d quarantined%n", rows, published, quarantined);
      }
    }
  }

  /** The rows, those at fault in their status, and those that each repair changes. */
  private static List<Long> audit(Statement statement) throws SQLException {
    List<String> counts = new ArrayList<>();
    counts.add("(select count(*) from orders)");
    counts.add("(select count(*) from orders where not (" + STATUS + "))");
    for (Repair each : REPAIRS) {
      counts.add("(select count(*) from orders where not (" + each.check() + "))");
    }
    List<Long> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("select " + String.join(", ", counts))) {
      row.next();
      for (int column = 1; column <= counts.size(); column++) {
        found.add(row.getLong(column));
      }
    }
    return found;
  }

  private static long quarantine(Connection connection, Statement statement) throws SQLException {
    statement.execute(
        "create table if not exists published_quarantine as select *, '' as run, '' as reasons,"
            + " now() as at from orders limit 0");
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into published_quarantine select *, ?, ?, ? from orders where not ("
                + STATUS
                + ")")) {
      insert.setString(1, UUID.randomUUID().toString());
      insert.setString(2, "[\"status\"]");
      insert.setObject(3, Instant.now().atOffset(ZoneOffset.UTC));
      return insert.executeLargeUpdate();
    }
  }

  private static String publish(List<Long> found, boolean aside) {
    List<String> values = new ArrayList<>(COLUMNS);
    for (int i = 0; i < REPAIRS.size(); i++) {
      Repair each = REPAIRS.get(i);
      if (found.get(i + 2) > 0) {
        values.set(
            COLUMNS.indexOf(each.column()),
            "case when not (%s) then %s else %s end"
                .formatted(each.check(), each.value(), each.column()));
      }
    }
    return "insert into published (%s) select %s from orders%s"
        .formatted(
            String.join(", ", COLUMNS),
            String.join(", ", values),
            aside ? " where " + STATUS + " or status is null" : "");
  }
}
