package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import dev.sluice.connectors.gate.Ground;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Moments at the ends of the calendar, and of the years in which zones were local times. */
final class HostileMomentsTest {

  private static final List<String> FAR =
      List.of(
          "1, '0001-01-01 00:00:00', '0001-01-01 00:00:00Z', '0001-01-01'",
          "2, '1500-02-28 12:00:00', '1500-02-28 12:00:00Z', '1500-02-28'",
          "3, '1582-10-10 00:00:00', '1582-10-10 00:00:00Z', '1582-10-10'",
          "4, '1890-06-01 12:00:00', '1890-06-01 11:06:32Z', '1890-06-01'",
          "5, '9999-12-30 23:59:59.999999', '9999-12-30 23:59:59.999999Z', '9999-12-30'");

  @TempDir private Path folder;

  /** MariaDB's instants end in the years 1970 and 2038; it takes none of these. */
  @ParameterizedTest
  @EnumSource(
      mode = EXCLUDE,
      names = {"POSTGRESQL_14", "MARIADB"})
  void farMomentsAreWhatTheyAre(Ground.Kind kind) {
    Ground ground = far(kind, true);
    for (String machine : List.of("Pacific/Apia", "Europe/Berlin")) {
      Zones.in(
          machine,
          ground,
          kind,
          () -> {
            Judging.judge(
                ground,
                "table: t\nzone: UTC\n",
                List.of(
                    "tz = ts -> 1/0",
                    "date(tz) = d -> 0/0",
                    "date(ts) = d -> 0/0",
                    "d in (0001-01-01, 1500-02-28, 1582-10-10, 1890-06-01, 9999-12-30) -> 0/0",
                    "ts in (0001-01-01T00:00:00, 1582-10-10T00:00:00) -> 3/0",
                    "tz in (0001-01-01T00:00:00Z, 1582-10-10T00:00:00Z) -> 3/0",
                    "max(ts) = 9999-12-30T23:59:59.999999 -> met",
                    "max(tz) = 9999-12-30T23:59:59.999999Z -> met",
                    "min(tz) = 0001-01-01T00:00:00Z -> met",
                    "min(d) = 0001-01-01 -> met"));
            // 53 minutes and 28 seconds ahead of UTC until 1893
            Judging.judge(
                ground,
                "table: t\nzone: Europe/Berlin\n",
                List.of("tz = ts -> 4/0", "hour(tz) = 0 -> 2/0", "minute(tz) = 53 -> 2/0"));
          });
    }
  }

  /** Outside the years that the server's tables of zones know it is an error, never a guess. */
  @ParameterizedTest
  @EnumSource(names = "MARIADB")
  void farMomentsWithoutInstants(Ground.Kind kind) {
    Ground ground = far(kind, false);
    Zones.in(
        "Pacific/Apia",
        ground,
        kind,
        () -> {
          Judging.judge(
              ground,
              "table: t\nzone: UTC\n",
              List.of(
                  "date(ts) = d -> 0/0",
                  "ts in (0001-01-01T00:00:00, 1582-10-10T00:00:00) -> 3/0",
                  "d in (0001-01-01, 1500-02-28, 1582-10-10, 1890-06-01, 9999-12-30) -> 0/0",
                  "ts < 2024-01-01T00:00:00Z -> 1/0",
                  "max(ts) = 9999-12-30T23:59:59.999999 -> met"));
          Judging.judge(
              ground,
              "table: t\nzone: Europe/Berlin\n",
              List.of("ts < 2024-01-01T00:00:00Z -> error", "date(ts) = d -> 0/0"));
        });
  }

  private Ground far(Ground.Kind kind, boolean instants) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table t (id integer, ts timestamp, d date"
            + (instants ? ", tz timestamp with time zone)" : ")"));
    for (String row : FAR) {
      String[] values = row.split(", ", -1);
      ground.sql(
          "insert into t values (%s, %s, %s".formatted(values[0], values[1], values[3])
              + (instants ? ", " + values[2] + ")" : ")"));
    }
    assertThat(ground.rows("select count(*) from t")).containsExactly("5");
    return ground;
  }
}
