package dev.sluice.connectors.mariadb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** Fills the server's tables of time zones, as administrators do from their system's files. */
final class TimeZones {

  private static final Instant LAST = Instant.parse("2038-01-01T00:00:00Z");

  private TimeZones() {}

  static void fill(Connection connection, String... zones) throws SQLException {
    for (String zone : zones) {
      fill(connection, zone);
    }
  }

  private static void fill(Connection connection, String zone) throws SQLException {
    ZoneRules rules = ZoneId.of(zone).getRules();
    long id;
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO mysql.time_zone (Use_leap_seconds) VALUES ('N')");
      try (ResultSet row = statement.executeQuery("SELECT LAST_INSERT_ID()")) {
        row.next();
        id = row.getLong(1);
      }
    }
    insert(connection, "INSERT INTO mysql.time_zone_name VALUES (?, ?)", zone, id);
    List<ZoneOffset> types = new ArrayList<>(List.of(rules.getOffset(Instant.EPOCH)));
    ZoneOffsetTransition next = rules.nextTransition(Instant.EPOCH);
    while (next != null && next.getInstant().isBefore(LAST)) {
      if (!types.contains(next.getOffsetAfter())) {
        types.add(next.getOffsetAfter());
      }
      insert(
          connection,
          "INSERT INTO mysql.time_zone_transition VALUES (?, ?, ?)",
          id,
          next.toEpochSecond(),
          types.indexOf(next.getOffsetAfter()));
      next = rules.nextTransition(next.getInstant());
    }
    for (ZoneOffset type : types) {
      insert(
          connection,
          "INSERT INTO mysql.time_zone_transition_type VALUES (?, ?, ?, 0, '')",
          id,
          types.indexOf(type),
          type.getTotalSeconds());
    }
  }

  private static void insert(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < values.length; index++) {
        statement.setObject(index + 1, values[index]);
      }
      statement.execute();
    }
  }
}
