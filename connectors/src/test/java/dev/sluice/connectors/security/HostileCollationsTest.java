package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text equals nothing but itself and orders by code point, whatever its column's collation says. */
final class HostileCollationsTest {

  /** Alike to some collation or other: case, accents, spaces behind, width, composed or not. */
  private static final List<String> TEXTS =
      List.of("a", "A", "\u00e4", "a ", "\u00e1", "a\u0301", "\uff41", "B", "", " ", "ss", "\u00df",
          "\ud83d\ude00", "\uff21", "a\t");

  @TempDir private Path folder;

  static Stream<Arguments> collations() {
    return Stream.of(
        Arguments.of(Ground.Kind.DUCKDB, "varchar collate nocase"),
        Arguments.of(Ground.Kind.DUCKDB, "varchar collate noaccent"),
        Arguments.of(Ground.Kind.DUCKDB, "varchar collate nocase.noaccent"),
        Arguments.of(Ground.Kind.DUCKDB, "varchar"),
        Arguments.of(Ground.Kind.POSTGRESQL, "text collate loose"),
        Arguments.of(Ground.Kind.POSTGRESQL, "varchar(20) collate loose"),
        Arguments.of(Ground.Kind.POSTGRESQL, "text collate \"de-x-icu\""),
        Arguments.of(Ground.Kind.SQLITE, "text collate nocase"),
        Arguments.of(Ground.Kind.SQLITE, "text collate rtrim"),
        Arguments.of(Ground.Kind.H2, "varchar_ignorecase(20)"),
        Arguments.of(Ground.Kind.MARIADB, "varchar(20)"),
        Arguments.of(Ground.Kind.MARIADB, "text collate utf8mb4_unicode_ci"),
        Arguments.of(Ground.Kind.MARIADB, "varchar(20) collate utf8mb4_bin"),
        Arguments.of(Ground.Kind.MARIADB, "varchar(20) collate utf8mb4_german2_ci"),
        Arguments.of(Ground.Kind.MARIADB, "varchar(20) collate uca1400_ai_ci"));
  }

  @ParameterizedTest
  @MethodSource("collations")
  void aColumnsCollationDecidesNothing(Ground.Kind kind, String type) {
    Ground ground = Ground.of(kind, folder);
    if (type.contains("loose")) {
      ground.sql(
          "create collation loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false)");
    }
    ground.sql(
        "create table t (id integer, v " + type + ", w " + type + ")",
        "create table other (v " + type + ")");
    for (int index = 0; index < TEXTS.size(); index++) {
      String text = TEXTS.get(index);
      ground.sql("insert into t values (" + index + ", '" + text + "', '" + text.toUpperCase(java.util.Locale.ROOT) + "')");
    }
    ground.sql("insert into other values ('A'), ('\u00e4'), (' ')");
    Judging.judge(
        ground,
        "table: t\n",
        List.of(
            "v = 'a' -> 14/0",
            "v != 'a' -> 1/0",
            "v is unique -> 0/0",
            "(v, w) is unique -> 0/0",
            "w is unique -> 5/0",
            "v in ('a', 'A') -> 13/0",
            "v in other.v -> 12/0",
            "v not in other.v -> 3/0",
            "v = w -> 6/0",
            "v < 'a' -> 11/0",
            "v <= 'a ' -> 9/0",
            "v between 'a' and 'b' -> 10/0",
            "v >= '\uff21' -> 12/0",
            "v matches 'a' -> 14/0",
            "v matches '[a-z]' -> 14/0",
            "v like 'a%' -> 11/0",
            "v like '_' -> 7/0",
            "starts_with(v, 'a') -> 11/0",
            "ends_with(v, ' ') -> 13/0",
            "contains(v, 'A') -> 14/0",
            "v is empty -> 14/0",
            "length(v) = 1 -> 5/0",
            "v is strictly_increasing(id) -> 5/0",
            "if(v = 'a', 'x', 'y') = 'x' -> 14/0",
            "distinct_count(v) = 15 -> met",
            "duplicate_count(v) = 0 -> met",
            "distinct_count(w) = 12 -> met",
            "max(v) = '\ud83d\ude00' -> met",
            "min(v) = '' -> met",
            "min(v where v > 'A') = 'B' -> met",
            "mode(w) = 'A' -> met",
            "row_count = 1 per v -> met",
            "row_count = 1 per w -> failed",
            "count(v where v = 'a') = 1 -> met"));
  }
}
