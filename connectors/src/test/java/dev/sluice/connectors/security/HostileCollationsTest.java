package dev.sluice.connectors.security;

import dev.sluice.connectors.gate.Ground;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text equals nothing but itself and orders by code point, whatever its column's collation says.
 */
final class HostileCollationsTest {

  /** Alike to some collation or other: case, accents, spaces behind, width, composed or not. */
  private static final List<String> TEXTS =
      List.of(
          "a",
          "A",
          "\u00e4",
          "a ",
          "\u00e1",
          "a\u0301",
          "\uff41",
          "B",
          "",
          " ",
          "ss",
          "\u00df",
          "\ud83d\ude00",
          "\uff21",
          "a\t");

  @TempDir private Path folder;

  static Stream<Arguments> collations() {
    return Stream.of(
        Arguments.of(Ground.Kind.DUCKDB, "varchar collate nocase", "varchar collate noaccent"),
        Arguments.of(Ground.Kind.DUCKDB, "varchar collate nocase.noaccent", "varchar"),
        Arguments.of(Ground.Kind.POSTGRESQL, "text collate loose", "text collate \"tr-x-icu\""),
        Arguments.of(Ground.Kind.SQLITE, "text collate nocase", "text collate rtrim"),
        Arguments.of(Ground.Kind.H2, "varchar_ignorecase(20)", "varchar(20)"),
        Arguments.of(Ground.Kind.MARIADB, "varchar(20)", "text collate uca1400_ai_ci"),
        Arguments.of(
            Ground.Kind.MARIADB,
            "varchar(20) collate utf8mb4_bin",
            "varchar(20) collate utf8mb4_turkish_ci"));
  }

  /** Counted by hand; the second column is the first in capitals. */
  @ParameterizedTest
  @MethodSource("collations")
  void aColumnsCollationDecidesNothing(Ground.Kind kind, String type, String second) {
    Ground ground = Ground.of(kind, folder);
    if (type.contains("loose")) {
      ground.sql(
          "create collation loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false)");
    }
    ground.sql(
        "create table t (id integer, v " + type + ", w " + second + ")",
        "create table other (v " + type + ", w " + second + ")",
        "insert into other values ('A', '\u00e4'), ('\u00e4', ' '), (' ', 'A')");
    for (int index = 0; index < TEXTS.size(); index++) {
      String text = TEXTS.get(index);
      String capitals = text.toUpperCase(Locale.ROOT);
      ground.sql("insert into t values (" + index + ", '" + text + "', '" + capitals + "')");
    }
    Judging.judge(
        ground,
        "table: t\n",
        List.of(
            "v = 'a' -> 14/0",
            "v != 'a' -> 1/0",
            "v = w -> 9/0",
            "v < 'a' -> 11/0",
            "v < w -> 15/0",
            "v <= 'a ' -> 8/0",
            "v between 'a' and 'b' -> 11/0",
            "v >= '\uff21' -> 12/0",
            "v in ('a', 'A') -> 13/0",
            "v in other.v -> 12/0",
            "v not in other.v -> 3/0",
            "(v, w) in other.(v, w) -> 15/0",
            "v is unique -> 0/0",
            "w is unique -> 6/0",
            "(v, w) is unique -> 0/0",
            "v is strictly_increasing(id) -> 7/0",
            "v matches 'a' -> 14/0",
            "v matches '[a-z]' -> 14/0",
            "v like 'a%' -> 11/0",
            "v like '_' -> 5/0",
            "starts_with(v, 'a') -> 11/0",
            "starts_with(v, w) -> 9/0",
            "ends_with(v, ' ') -> 13/0",
            "ends_with(v, '\u0301') -> 14/0",
            "contains(v, 'A') -> 14/0",
            "contains(w, v) -> 9/0",
            "replace(v, 'a', 'x') = 'x' -> 14/0",
            "replace(v, 'A', 'x') = 'x' -> 14/0",
            "regex_replace(v, 'a', 'x') = 'x' -> 14/0",
            "replace(v, 'a', w) = lower(replace(w, 'A', v)) -> 8/0",
            "upper(v) = w -> 1/0",
            "lower(w) = 'i' -> 15/0",
            "trim(v) = '' -> 13/0",
            "v is empty -> 14/0",
            "length(v) = 1 -> 5/0",
            "if(v = 'a', 'x', 'y') = 'x' -> 14/0",
            "coalesce(v, w) = 'a' -> 14/0",
            "concat(v, w) = 'aA' -> 14/0",
            "if(id = 1, v, w) = 'A' -> 13/0",
            "if(id = 0, w, 'x') = v -> 15/0",
            "distinct_count(v) = 15 -> met",
            "distinct_count(w) = 12 -> met",
            "duplicate_count(w) = 3 -> met",
            "max(v) = '\ud83d\ude00' -> met",
            "min(v where v > 'A') = 'B' -> met",
            "mode(w) = 'A' -> met",
            "row_count = 1 per v -> met",
            "count(v where v = 'a') = 1 -> met"));
  }
}
