package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.Sluice;
import dev.sluice.engine.Suite;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hours that repeat and days that never were: neither machine nor server changes an answer. */
final class HostileTimesTest {

  /** Berlin leaves out the first ts and shows the next two twice; Apia never saw the fourth day. */
  private static final List<String> MOMENTS =
      List.of(
          "1, '2024-03-31 02:30:00', '2024-03-31 02:30:00Z', '2024-03-31'",
          "2, '2024-10-27 02:30:00', '2024-10-27 00:30:00Z', '2024-10-27'",
          "3, '2024-10-27 02:30:00', '2024-10-27 01:30:00Z', '2024-10-27'",
          "4, '2011-12-30 12:00:00', '2011-12-30 12:00:00Z', '2011-12-30'",
          "5, '2024-11-03 01:30:00', '2024-11-03 04:00:00Z', '2024-11-03'",
          "6, '2024-03-10 02:30:00', '2024-03-10 05:30:00Z', '2024-03-10'",
          "7, '2006-10-29 00:00:30', '2006-10-29 02:31:00Z', '2006-10-29'",
          "8, '2011-04-02 03:30:00', '2011-04-02 14:00:00Z', '2011-04-02'",
          "9, null, null, null");

  private static final List<String> OWN =
      List.of("UTC", "Europe/Berlin", "Pacific/Apia", "America/St_Johns");

  /** What must come of each line in these zones, in their order, or in all of them. */
  private static final List<String> LINES =
      List.of(
          "date(tz) = d -> 0 0 2 3",
          "date(date_trunc('day', tz)) = d -> 0 0 2 3",
          "hour(tz) = 2 -> 6 6 7 8",
          "tz >= ts -> 2 1 3 7",
          "tz between ts - 1 hour and ts + 1 hour -> 5 5 7 5",
          "(d, hour(tz)) is unique -> 0 2 0 0",
          "ts = 2024-03-31T02:30:00 -> 7 7 7 7",
          "tz = 2024-03-31T02:30:00Z -> 7 7 7 7",
          "tz > 2024-06-01T00:00:00+02:00 -> 5 5 5 5",
          "d in (2011-12-30, 2024-03-31) -> 6 6 6 6",
          "hour(ts) = 2 -> 4 4 4 4",
          "date(ts) != d or tz < 2000-01-01T00:00:00Z -> 8 8 8 8",
          "max(tz) < 2024-11-03T04:00:00.000001Z -> met",
          "min(ts) = 2006-10-29T00:00:30 -> met",
          "max(tz where id = 2) = 2024-10-27T00:30:00Z -> met",
          "max(d where id = 4) = 2011-12-30 -> met");

  private static final int ALL_ROWS = 11;

  @TempDir private Path folder;

  private Ground moments(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table \"t\" (\"id\" integer, \"ts\" timestamp, \"tz\" timestamp with time zone,"
            + " \"d\" date)");
    for (String row : MOMENTS) {
      ground.sql("insert into \"t\" values (" + Zones.spelled(kind, row) + ")");
    }
    return ground;
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "POSTGRESQL_14")
  void zonesOfMachineAndDatabaseDecideNothing(Ground.Kind kind) {
    Ground ground = moments(kind);
    List<String> machines = List.of("Pacific/Apia", "Europe/Berlin", "UTC", "Pacific/Apia");
    for (int index = 0; index < OWN.size(); index++) {
      String own = OWN.get(index);
      Zones.in(machines.get(index), ground, kind, () -> judge(ground, own));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "POSTGRESQL_14")
  @Tag("faults")
  void allZonesTogetherDecideNothing(Ground.Kind kind) {
    Ground ground = moments(kind);
    for (String own : OWN) {
      for (String machine : Zones.MACHINES) {
        Zones.in(machine, ground, kind, () -> judge(ground, own));
      }
    }
  }

  /** A program's own connection stands in its own zone. */
  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "POSTGRESQL_14")
  void theZoneOfACallersConnectionDecidesNothing(Ground.Kind kind) throws SQLException {
    Ground ground = moments(kind);
    List<String> lines = lines("Pacific/Apia");
    ground.write("caller.yml", Judging.suite("table: t\nzone: Pacific/Apia\n", lines));
    Suite suite = Suite.of(folder.resolve("caller.yml"));
    TimeZone machine = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
    try (Connection connection = ground.connect()) {
      connection.setAutoCommit(false);
      Judging.compare(Sluice.within(connection).check(suite), lines);
      connection.rollback();
    } finally {
      TimeZone.setDefault(machine);
    }
  }

  private static List<String> lines(String own) {
    return LINES.stream()
        .map(
            line -> {
              String[] parts = line.split(" -> ", 2);
              String[] results = parts[1].split(" ", -1);
              String result = results.length == 1 ? results[0] : results[OWN.indexOf(own)] + "/1";
              return parts[0] + " -> " + result;
            })
        .toList();
  }

  private static void judge(Ground ground, String own) {
    Report report = Judging.judge(ground, "table: t\nsamples: 20\nzone: " + own + "\n", lines(own));
    ExpectationReport all = report.suites().get(0).expectations().get(ALL_ROWS);
    assertThat(all.samples())
        .extracting(row -> told(row.get("ts")) + ", " + told(row.get("tz")) + ", " + row.get("d"))
        .containsExactlyInAnyOrderElementsOf(
            MOMENTS.stream().limit(8).map(row -> row.substring(3).replace("'", "")).toList());
  }

  /** As it is stored, which is what SQLite shows. */
  private static String told(@Nullable Object value) {
    return value instanceof LocalDateTime moment
        ? moment.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT))
        : String.valueOf(value).replace('T', ' ');
  }

  private static final String PUBLISH =
      """
      table: t
      zone: %s
      publish: {into: target}
      expect:
        - tz <= 2024-11-01T00:00:00Z else quarantine
        - d != 2024-03-10 else default 2011-12-30
        - ts != 2024-03-10T02:30:00 else default 2024-03-31T02:30:00
        - tz != 2024-03-31T02:30:00Z else default 2024-10-27T00:30:00Z
      """;

  private static final String REPLACE =
      """
      table: t
      zone: %s
      where: d = 2011-12-30 and id = 4
      publish: {into: target, mode: replace, slice: d = 2011-12-30 and id = 4}
      expect: [id > 0]
      """;

  private static final String LOAD =
      """
      table: loaded
      zone: %s
      load: load.sql
      params:
        ts: {type: timestamp, default: 2024-03-31T02:30:00}
        tz: {type: timestamptz, default: 2024-10-27T00:30:00Z}
        d: {type: date, default: 2011-12-30}
      expect:
        - ts = $ts and tz = $tz and d = $d
      """;

  /** Values that are bound and rows that are copied are written as they are, day by day. */
  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "POSTGRESQL_14")
  void whatIsWrittenDependsOnNoZone(Ground.Kind kind) {
    Ground ground = moments(kind);
    ground.sql(
        "create table \"target\" (\"id\" integer, \"ts\" timestamp,"
            + " \"tz\" timestamp with time zone, \"d\" date)",
        "create table \"loaded\" (\"id\" integer, \"ts\" timestamp,"
            + " \"tz\" timestamp with time zone, \"d\" date)");
    ground.write("load.sql", "insert into \"loaded\" values (1, $ts, $tz, $d);\n");
    String quarantine = "target" + ground.natural("_quarantine");
    for (String zone : List.of("Pacific/Apia", "Europe/Berlin")) {
      ground.sql("delete from \"target\"", "delete from \"loaded\"");
      Zones.in(zone, ground, kind, () -> publish(ground, zone));
      assertThat(Zones.stored(ground, kind, "target")).as(zone).isEqualTo(WRITTEN);
      assertThat(Zones.stored(ground, kind, "loaded"))
          .as(zone)
          .containsExactly("1 2024-03-31 02:30:00 1729989000 2011-12-30");
      assertThat(Zones.stored(ground, kind, quarantine))
          .as(zone)
          .contains("5 2024-11-03 01:30:00 1730606400 2024-11-03");
      ground.sql("delete from \"" + quarantine + "\"");
    }
  }

  private static void publish(Ground ground, String zone) {
    for (String suite : List.of(PUBLISH, REPLACE, LOAD)) {
      Report report = ground.gate(suite.formatted(zone));
      assertThat(report.outcome()).as(Outputs.told(report)).isEqualTo(Outcome.PUBLISHED);
    }
  }

  /** With the seconds since 1970 of each instant. */
  private static final List<String> WRITTEN =
      List.of(
          "1 2024-03-31 02:30:00 1729989000 2024-03-31",
          "2 2024-10-27 02:30:00 1729989000 2024-10-27",
          "3 2024-10-27 02:30:00 1729992600 2024-10-27",
          "4 2011-12-30 12:00:00 1325246400 2011-12-30",
          "6 2024-03-31 02:30:00 1710048600 2011-12-30",
          "7 2006-10-29 00:00:30 1162089060 2006-10-29",
          "8 2011-04-02 03:30:00 1301752800 2011-04-02",
          "9 null null null");
}
