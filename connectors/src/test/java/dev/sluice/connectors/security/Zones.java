package dev.sluice.connectors.security;

import dev.sluice.connectors.gate.Ground;
import java.util.List;
import java.util.TimeZone;

/** Time zones of this machine and of the server, varied together. */
final class Zones {

  /** Some leave out days, some change their clocks by half an hour, or one minute past midnight. */
  static final List<String> MACHINES =
      List.of(
          "UTC",
          "Pacific/Apia",
          "America/St_Johns",
          "Europe/Berlin",
          "Australia/Lord_Howe",
          "Africa/Casablanca",
          "America/New_York",
          "Asia/Kathmandu");

  private Zones() {}

  /** Does something while machine and server stand in a zone. */
  static void in(String zone, Ground ground, Ground.Kind kind, Runnable what) {
    TimeZone machine = TimeZone.getDefault();
    try {
      server(ground, kind, zone);
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      what.run();
    } finally {
      TimeZone.setDefault(machine);
      server(ground, kind, "UTC");
    }
  }

  // the others have no server, and take the zone of this machine
  private static void server(Ground ground, Ground.Kind kind, String zone) {
    if (kind == Ground.Kind.POSTGRESQL) {
      String database = ground.url().replaceFirst(".*/", "");
      ground.sql("alter database " + database + " set timezone = '" + zone + "'");
    } else if (kind == Ground.Kind.MARIADB) {
      ground.sql("set global time_zone = '" + (zone.equals("UTC") ? "+00:00" : zone) + "'");
    }
  }

  /** A row of literals; MariaDB has none of instants, and takes them in its session's UTC. */
  static String spelled(Ground.Kind kind, String row) {
    return kind == Ground.Kind.MARIADB ? row.replace("Z'", "'") : row;
  }

  /** What stands in a table of id, ts, tz and d, read past the engine and past all time zones. */
  static List<String> stored(Ground ground, Ground.Kind kind, String table) {
    String seconds =
        switch (kind) {
          case SQLITE -> "unixepoch(\"tz\")";
          case MARIADB -> "cast(unix_timestamp(\"tz\") as signed)";
          default -> "cast(extract(epoch from \"tz\") as bigint)";
        };
    String text = kind == Ground.Kind.MARIADB ? "char" : "varchar";
    String query =
        "select \"id\", cast(\"ts\" as %1$s), %2$s, cast(\"d\" as %1$s) from \"%3$s\" order by \"id\""
            .formatted(kind == Ground.Kind.SQLITE ? "text" : text, seconds, table);
    return ground.rows(query).stream().map(row -> row.replaceAll("\\.0+ ", " ")).toList();
  }
}
