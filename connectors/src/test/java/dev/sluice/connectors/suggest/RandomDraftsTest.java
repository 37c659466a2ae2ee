package dev.sluice.connectors.suggest;

import dev.sluice.connectors.gate.Ground;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a table holds and its columns are called: what is drafted from it, it meets. */
final class RandomDraftsTest {

  private static final List<String> NAMES =
      List.of(
          "order_id",
          "Id",
          "id",
          "status",
          "Größe",
          "order id",
          "a\"b",
          "it's",
          "x: y",
          "a #b",
          "/x/",
          "- z",
          "value",
          "null",
          "true",
          "in",
          "row_count",
          "count",
          "rows",
          "a,b",
          "1st",
          "a\\b",
          "tab\there",
          "line\nbreak",
          "日付",
          "🙂",
          "?",
          "~",
          "[a]",
          "{b}",
          "*",
          "&c",
          "!d",
          "%",
          "@e",
          "`f`",
          "<<",
          "schema",
          "Y",
          "2026-01-01",
          "now",
          "length",
          "date",
          "fail");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "A",
          "a ",
          "it's",
          "x: y",
          "a #b",
          "'",
          "\"",
          "''",
          "\\",
          "\\n",
          "- z",
          "日付",
          "🙂",
          "null",
          "NULL",
          "true",
          "1",
          "0042",
          "%",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "a\tb",
          "a\nb",
          "\u202eabc",
          "ß",
          "#",
          ":",
          "{a: b}",
          "[1]",
          "{\"a\": 1}",
          "2024-02-30");

  private record Kind(String sql, Function<Random, Object> value) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("varchar(60)", RandomDraftsTest::text),
          new Kind("varchar(60)", random -> "k" + random.nextInt(100_000)),
          new Kind("varchar(60)", random -> "user" + random.nextInt(900) + "@example.org"),
          new Kind("varchar(60)", random -> String.valueOf(random.nextInt(9_000))),
          new Kind("varchar(60)", random -> "2024-0" + (1 + random.nextInt(9)) + "-11"),
          new Kind("integer", random -> random.nextInt(5)),
          new Kind("integer", random -> random.nextInt(2_000_000) - 1_000_000),
          new Kind("integer", random -> List.of(200, 404, 500).get(random.nextInt(3))),
          new Kind("bigint", random -> random.nextLong()),
          new Kind("decimal(12, 2)", random -> BigDecimal.valueOf(random.nextInt(99_999), 2)),
          new Kind("decimal(20, 0)", random -> BigDecimal.valueOf(random.nextInt(3))),
          new Kind("double precision", RandomDraftsTest::number),
          new Kind("boolean", Random::nextBoolean),
          new Kind("date", random -> LocalDate.of(1890, 1, 1).plusDays(random.nextInt(60_000))),
          new Kind("date", random -> LocalDate.of(2025, 12, 1).plusDays(random.nextInt(30))),
          new Kind(
              "timestamp",
              random -> LocalDateTime.of(1999, 12, 31, 23, 59).plusHours(random.nextInt(90_000))),
          new Kind("uuid", random -> new UUID(random.nextLong(), random.nextInt(50))));

  @TempDir Path folder;

  private static Object text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private static Object number(Random random) {
    return switch (random.nextInt(40)) {
      case 0 -> 1e300;
      case 1 -> -1e-300;
      default -> random.nextGaussian() * 40;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "DUCKDB, 1, 16",
    "DUCKDB, 2, 16",
    "POSTGRESQL, 3, 12",
  })
  void whatIsDraftedIsMet(Ground.Kind kind, long seed, int tables) throws SQLException {
    Random random = new Random(seed);
    Ground ground = Ground.of(kind, folder);
    for (int table = 0; table < tables; table++) {
      String name = "t" + table;
      create(ground, name, kind, random);
      Drafts.hold(ground, Drafts.ofTable(ground, name));
    }
  }

  private static void create(Ground ground, String table, Ground.Kind kind, Random random)
      throws SQLException {
    List<Kind> columns = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    int width = 1 + random.nextInt(6);
    for (int column = 0; column < width; column++) {
      columns.add(KINDS.get(random.nextInt(KINDS.size())));
      while (names.size() <= column) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        if (kind != Ground.Kind.DUCKDB || names.stream().noneMatch(name::equalsIgnoreCase)) {
          names.add(name);
        }
      }
    }
    List<String> spelt = List.copyOf(names);
    List<String> definitions = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      definitions.add(
          "\"" + spelt.get(column).replace("\"", "\"\"") + "\" " + columns.get(column).sql());
    }
    int rows = List.of(0, 1, 3, 12, 40, 40, 300, 1_200).get(random.nextInt(8));
    double absent = List.of(0.0, 0.0, 0.02, 0.5, 1.0).get(random.nextInt(5));
    try (Connection connection = ground.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table " + table + " (" + String.join(", ", definitions) + ")");
      String holes = columns.stream().map(each -> "?").collect(Collectors.joining(", "));
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into " + table + " values (" + holes + ")")) {
        for (int row = 0; row < rows; row++) {
          for (int column = 0; column < width; column++) {
            boolean none = random.nextDouble() < absent;
            @Nullable Object value = none ? null : columns.get(column).value().apply(random);
            insert.setObject(column + 1, value);
          }
          insert.execute();
        }
      }
      connection.commit();
    }
  }
}
