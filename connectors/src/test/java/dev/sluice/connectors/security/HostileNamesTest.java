package dev.sluice.connectors.security;

import static dev.sluice.connectors.security.HostileStrings.name;
import static dev.sluice.connectors.security.HostileStrings.yaml;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hostile strings as tables, columns, targets and batches mean what they say, and nothing else. */
final class HostileNamesTest {

  @TempDir private Path folder;

  private static List<String> names(Ground.Kind kind) {
    return HostileStrings.ALL.stream()
        .filter(each -> HostileStrings.isSpoken(each) && isKept(kind, each))
        .toList();
  }

  private static boolean isKept(Ground.Kind kind, String name) {
    return switch (kind) {
      case POSTGRESQL, POSTGRESQL_14 -> name.getBytes(UTF_8).length <= 63;
      case MARIADB ->
          name.length() <= 64
              && !name.endsWith(" ")
              && name.chars().noneMatch(each -> Character.isSurrogate((char) each));
      // it takes the name for the truth value where a subquery gives the column
      case SQLITE -> !name.equals("true") && !name.equals("false");
      default -> true;
    };
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "POSTGRESQL_14")
  void asColumns(Ground.Kind kind) throws Exception {
    Ground ground = Ground.of(kind, folder);
    List<String> names = names(kind);
    StringBuilder lines = new StringBuilder("expect:\n");
    StringBuilder ensure = new StringBuilder("ensure:\n");
    for (List<String> batch : HostileStrings.batches(names)) {
      line(lines, batch, " and ", "%s != 'a'", " else quarantine");
      line(ensure, batch, " and ", "count(%s) = 2", "");
    }
    List<String> repaired =
        IntStream.range(0, names.size())
            .filter(each -> each % 8 == 0)
            .mapToObj(names::get)
            .toList();
    for (String name : repaired) {
      line(lines, List.of(name), "", "%s != 'b'", " else default 'd'");
    }
    String values = ", '%s'".repeat(names.size());
    ground.sql(
        "create table t (id integer, "
            + names.stream().map(each -> name(each) + " varchar(20)").collect(joining(", "))
            + ")",
        "insert into t values (1" + values.replace("%s", "a") + ")",
        "insert into t values (2" + values.replace("%s", "b") + ")",
        "insert into t values (3" + values.replace("%s", "c") + ")");
    Report report = ground.gate("table: t\n" + lines + ensure + "publish: {into: target}\n");
    assertThat(report.outcome()).as(Outputs.told(report)).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select * from target order by id"))
        .containsExactly(
            "2"
                + names.stream()
                    .map(each -> repaired.contains(each) ? " d" : " b")
                    .collect(joining()),
            "3" + " c".repeat(names.size()));
    JsonNode json = Outputs.json(report);
    List<String> shown = new ArrayList<>();
    for (int index = 0; index < HostileStrings.batches(names).size(); index++) {
      json.at("/suites/0/expectations/" + index + "/samples/0")
          .fieldNames()
          .forEachRemaining(shown::add);
    }
    assertThat(shown).containsAll(names);
    for (String name : repaired) {
      assertThat(json.at("/suites/0/gate/defaulted").get(name).intValue()).isEqualTo(1);
    }
    Outputs.harmless(report);
  }

  /** One sentence about several names. */
  private static void line(
      StringBuilder lines, List<String> names, String between, String part, String end) {
    String sentence =
        names.stream().map(each -> part.replace("%s", name(each))).collect(joining(between));
    lines.append("  - ").append(yaml(sentence + end)).append('\n');
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "POSTGRESQL_14")
  void asTables(Ground.Kind kind) throws Exception {
    Ground ground = Ground.of(kind, folder);
    List<String> made = new ArrayList<>();
    made.add("create table t (id integer)");
    made.add("insert into t values (1), (2)");
    Set<String> seen = new LinkedHashSet<>(List.of("t"));
    List<String> names = new ArrayList<>();
    for (String name : names(kind)) {
      // some databases tell tables apart by more than case
      if (seen.add(name.toLowerCase(Locale.ROOT))) {
        names.add(name);
        made.add("create table " + name(name) + " (id integer)");
        made.add("insert into " + name(name) + " values (" + seen.size() + "), (1), (2)");
      }
    }
    ground.sql(made.toArray(String[]::new));
    StringBuilder lines = new StringBuilder("table: t\nexpect:\n");
    for (List<String> batch : HostileStrings.batches(names)) {
      line(lines, batch, " and ", "id in %s.id", "");
      int first = names.indexOf(batch.get(0)) + 2;
      String largest =
          IntStream.range(0, batch.size())
              .mapToObj(each -> "max(id) of " + name(batch.get(each)) + " = " + (first + each))
              .collect(joining(" and "));
      lines.append("  - ").append(yaml(largest)).append('\n');
    }
    Report report = ground.check(lines.toString());
    assertThat(report.outcome()).as(Outputs.told(report)).isEqualTo(Outcome.PASSED);
    Outputs.harmless(report);
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "POSTGRESQL_14")
  void asTargetsAndQuarantines(Ground.Kind kind) throws Exception {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table bystander (a integer)");
    for (String string :
        List.of(
            "'\"; DROP TABLE bystander; -- \\'",
            "a\rb \nc$$?:x{d}",
            "user",
            "\u202e" + longest(kind))) {
      String table = name(string);
      ground.sql(
          "create table " + table + " (id integer, " + table + " varchar(20))",
          "insert into " + table + " values (1, 'a'), (2, 'b'), (2, 'c')");
      Report report =
          ground.gate(
              ("table: "
                  + yaml(table)
                  + "\nbatch: "
                  + yaml(string)
                  + "\nexpect:\n  - "
                  + yaml("id is unique else quarantine keeping latest " + table)
                  + "\n  - "
                  + yaml("min(" + table + ") >= 'a' per id")
                  + "\npublish: {into: "
                  + yaml(name(string + "2"))
                  + "}\nquarantine: "
                  + yaml(name(string + "3"))
                  + "\n"));
      assertThat(report.outcome()).as(Outputs.told(report)).isEqualTo(Outcome.PUBLISHED);
      assertThat(ground.rows("select " + table + " from " + name(string + "2") + " order by 1"))
          .containsExactly("a", "c");
      assertThat(ground.rows("select " + table + " from " + name(string + "3")))
          .containsExactly("b");
      assertThat(ground.rows("select batch from sluice_ledger order by started_at desc").get(0))
          .isEqualTo(string);
      Outputs.harmless(report);
    }
    assertThat(ground.exists("bystander")).isTrue();
  }

  /** As long a name as fits, a sign beyond sixteen bits in it where that may be. */
  private static String longest(Ground.Kind kind) {
    return switch (kind) {
      case POSTGRESQL, POSTGRESQL_14 -> "\ud83d\ude00" + "x".repeat(63 - 3 - 4 - 1);
      case MARIADB -> "x".repeat(64 - 1 - 1);
      default -> "\ud83d\ude00" + "x".repeat(128);
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL", "H2"})
  void columnsNamedAsFunctionsAreColumnsInEveryPolicyAndMode(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    String four = "\"user\" %1$s, \"current_date\" %1$s, \"pi\" %1$s, \"flag_0\" %1$s, v integer";
    String columns = four.replace("%1$s", "varchar(9)");
    ground.sql(
        "create table t (" + columns + ")",
        "insert into t values ('a', 'a', 'a', 'a', 1), ('b', 'b', 'b', 'b', 2),"
            + " ('c', 'c', 'c', 'c', 3), (null, null, null, null, 4)",
        "create table target (" + columns + ")",
        "insert into target values ('a', 'a', 'a', 'a', 9), ('z', 'z', 'z', 'z', 9)");
    published(
        ground,
        "expect:\n" + each("  - {} is not null else quarantine\n", ""),
        "publish: {into: target, mode: merge, key: [" + each("{}", ", ") + "]}");
    assertThat(ground.rows("select * from target order by 5, 1"))
        .containsExactly("a a a a 1", "b b b b 2", "c c c c 3", "z z z z 9");
    published(
        ground,
        "where: " + each("{} is not null", " and ") + "\nexpect: [v > 0]",
        "publish: {into: target, mode: replace, slice: \"" + each("{} < 'd'", " and ") + "\"}");
    assertThat(ground.rows("select count(*) from target")).containsExactly("4");
    published(
        ground,
        "expect:\n" + each("  - {} is not null else default 'x'\n  - {} != 'b' else drop\n", ""),
        "");
    assertThat(ground.rows("select * from t order by 5"))
        .containsExactly("a a a a 1", "c c c c 3", "x x x x 4");
  }

  private static String each(String template, String between) {
    return Stream.of("user", "current_date", "pi", "flag_0")
        .map(each -> template.replace("{}", each))
        .collect(joining(between));
  }

  private static void published(Ground ground, String lines, String publish) {
    Report report = ground.gate("table: t\n" + lines + "\n" + publish + "\n");
    assertThat(report.outcome()).as(Outputs.told(report)).isEqualTo(Outcome.PUBLISHED);
  }

  @Test
  void aColumnThatHidesTheIdentityOfRowsIsRefusedWhereRowsMustBeToldApart() {
    Ground ground = Ground.of(Ground.Kind.DUCKDB, folder);
    for (String column : List.of("RowId", "sluice_row", "SLUICE_CHANGED", "sluice_flag_0")) {
      ground.sql(
          "create or replace table t as select 1 as " + column + ", range as v from range(10)");
      for (String policy : List.of("default 3", "drop", "quarantine")) {
        Report report = ground.gate("table: t\nexpect: [v > 2 else " + policy + "]\n");
        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.diagnostics().get(0).message())
            .contains("the column `" + column + "` has the name by which rows are told apart");
      }
      assertThat(ground.rows("select count(distinct v) from t")).containsExactly("10");
    }
    assertThat(ground.gate("table: t\nexpect: [v >= 0]\npublish: {into: n}\n").outcome())
        .isEqualTo(Outcome.PUBLISHED);
  }

  @Test
  void aNameThatTheDatabaseCutsShortIsRefused() {
    Ground ground = Ground.of(Ground.Kind.POSTGRESQL, folder);
    ground.sql("create table t (id integer)", "insert into t values (1), (2)");
    String longest = "x".repeat(63);
    Report cut =
        ground.gate(
            "table: t\nexpect: [id > 1 else quarantine]\npublish: {into: " + longest + "}\n");
    assertThat(cut.exitCode()).isEqualTo(2);
    assertThat(cut.diagnostics().get(0).message())
        .endsWith("_quarantine` has 74 bytes, and this database keeps 63");
    assertThat(
            ground
                .gate("table: t\nexpect: [id > 0]\npublish: {into: y" + longest + "}\n")
                .exitCode())
        .isEqualTo(2);
    assertThat(
            ground.gate("table: t\nexpect: [id > 0]\npublish: {into: " + longest + "}\n").outcome())
        .isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select count(*) from " + longest)).containsExactly("2");
  }

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL"})
  void aSignThatNoDatabaseHoldsIsAMistakeOfTheSuite(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table t (id integer, v text)", "insert into t values (1, 'a')");
    assertThat(ground.check("table: \"\\\"a\\\\0b\\\"\"\nexpect: [row_count > 0]\n").exitCode())
        .isEqualTo(2);
    assertThat(ground.check("table: t\nexpect: [\"\\\"a\\0b\\\" is null\"]\n").exitCode())
        .isEqualTo(2);
  }
}
