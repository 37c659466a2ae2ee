package dev.sluice.connectors.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.JUnitReport;
import dev.sluice.engine.report.JsonReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.TextReport;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Hostile strings as values, tables, columns and parameters come through as the same bytes. */
final class HostileNamesTest {

  @TempDir private Path folder;

  private static String name(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A text as a YAML scalar, odd signs escaped. */
  private static String yaml(String text) {
    StringBuilder yaml = new StringBuilder("\"");
    text.chars()
        .forEach(
            each ->
                yaml.append(
                    each > ' ' && each < 127 && each != '"' && each != '\\'
                        ? String.valueOf((char) each)
                        : String.format("\\u%04x", each)));
    return yaml.append('"').toString();
  }

  // Of control characters a sentence holds tabs and line ends alone; others come as parameters.
  private static boolean isSpoken(String text) {
    return text.chars().allMatch(each -> each >= ' ' || "\t\n\r".indexOf(each) >= 0);
  }

  @ParameterizedTest
  @EnumSource
  void asValuesAndParameters(Ground.Kind kind) throws Exception {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table t (id integer, v text)", "create table bystander (a integer)");
    try (Connection connection = ground.connect();
        PreparedStatement insert = connection.prepareStatement("insert into t values (?, ?)")) {
      for (int index = 0; index < HostileStrings.ALL.size(); index++) {
        insert.setInt(1, index);
        insert.setString(2, HostileStrings.ALL.get(index));
        insert.execute();
      }
    }
    StringBuilder lines = new StringBuilder("params:\n");
    String[] settings = new String[HostileStrings.ALL.size()];
    for (int index = 0; index < settings.length; index++) {
      lines.append("  p" + index + ": {type: text}\n");
      settings[index] = "p" + index + "=" + HostileStrings.ALL.get(index);
    }
    lines.append("expect:\n");
    for (int index = 0; index < settings.length; index++) {
      String string = HostileStrings.ALL.get(index);
      String same = isSpoken(string) ? text(string) : "$p" + index;
      lines.append("  - expect: " + yaml("v = " + same + " where id = " + index) + "\n");
      lines.append("    name: is_" + index + "\n");
      lines.append("  - v = $p" + index + " where id = " + index + "\n");
      lines.append(
          "  - expect: " + yaml("v != " + same + " where id = " + index + " else quarantine"));
      lines.append("\n    name: not_" + index + "\n");
    }
    Report report =
        ground.gate(
            "table: t\nallow_empty: true\nsamples: 100\n" + lines + "publish: {into: target}\n",
            settings);
    assertThat(report.outcome()).as(told(report)).isEqualTo(Outcome.PUBLISHED);
    assertThat(report.suites().get(0).gate().orElseThrow().quarantined())
        .isEqualTo(HostileStrings.ALL.size());
    assertThat(column(ground, "select v from target_quarantine order by id"))
        .containsExactlyElementsOf(HostileStrings.ALL);
    assertThat(ground.exists("bystander")).isTrue();
    JsonNode json = new ObjectMapper().readTree(JsonReport.write(report));
    for (JsonNode line : json.at("/suites/0/expectations")) {
      if (line.get("name").asText().startsWith("not_")) {
        int index = Integer.parseInt(line.get("name").asText().substring(4));
        assertThat(line.at("/samples/0/v").textValue()).isEqualTo(HostileStrings.ALL.get(index));
      }
    }
    harmless(report);
  }

  private static List<String> names(Ground.Kind kind) {
    return HostileStrings.ALL.stream()
        .filter(each -> isSpoken(each) && (kind == Ground.Kind.DUCKDB || bytes(each) <= 63))
        .toList();
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL"})
  void asColumns(Ground.Kind kind) throws Exception {
    Ground ground = Ground.of(kind, folder);
    List<String> names = names(kind);
    StringBuilder columns = new StringBuilder("id integer");
    StringBuilder lines = new StringBuilder("expect:\n");
    StringBuilder ensure = new StringBuilder("ensure:\n");
    for (String name : names) {
      columns.append(", ").append(name(name)).append(" text");
      lines.append("  - ").append(yaml(name(name) + " != 'a' else quarantine")).append('\n');
      lines.append("  - ").append(yaml(name(name) + " != 'b' else default 'd'")).append('\n');
      ensure.append("  - ").append(yaml("count(" + name(name) + ") = 2")).append('\n');
    }
    String values = ", '%s'".repeat(names.size());
    ground.sql(
        "create table t (" + columns + ")",
        "insert into t values (1" + values.replace("%s", "a") + ")",
        "insert into t values (2" + values.replace("%s", "b") + ")",
        "insert into t values (3" + values.replace("%s", "c") + ")");
    Report report = ground.gate("table: t\n" + lines + ensure + "publish: {into: target}\n");
    assertThat(report.outcome()).as(told(report)).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select * from target order by id"))
        .containsExactly("2" + " d".repeat(names.size()), "3" + " c".repeat(names.size()));
    JsonNode reasons =
        new ObjectMapper()
            .readTree(column(ground, "select sluice_reasons from target_quarantine").get(0));
    assertThat(reasons).hasSameSizeAs(names);
    JsonNode json = new ObjectMapper().readTree(JsonReport.write(report));
    for (int index = 0; index < names.size(); index++) {
      String quoted = names.get(index).replace("\"", "\"\"");
      assertThat(reasons.get(index).textValue()).contains(quoted);
      assertThat(
              json.at("/suites/0/expectations/" + 2 * index + "/samples/0").has(names.get(index)))
          .isTrue();
      assertThat(json.at("/suites/0/gate/defaulted").get(names.get(index)).intValue()).isEqualTo(1);
    }
    harmless(report);
  }

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL"})
  void asTables(Ground.Kind kind) throws Exception {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table t (id integer)", "insert into t values (1), (2)");
    List<String> made = new ArrayList<>();
    StringBuilder lines = new StringBuilder("table: t\nexpect:\n");
    Set<String> seen = new HashSet<>(List.of("t"));
    for (String name : names(kind)) {
      // DuckDB's tables are told apart by more than case
      if (seen.add(name.toLowerCase(Locale.ROOT))) {
        made.add("create table " + name(name) + " (id integer)");
        made.add("insert into " + name(name) + " values (" + seen.size() + "), (1), (2)");
        lines.append("  - ").append(yaml("id in " + name(name) + ".id")).append('\n');
        lines.append("  - ").append(yaml("max(id) of " + name(name) + " = " + seen.size()));
        lines.append('\n');
      }
    }
    ground.sql(made.toArray(String[]::new));
    Report report = ground.check(lines.toString());
    assertThat(report.outcome()).as(told(report)).isEqualTo(Outcome.PASSED);
    harmless(report);
  }

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL"})
  void asTargetsAndQuarantines(Ground.Kind kind) throws Exception {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table bystander (a integer)");
    for (String string :
        List.of(
            "'\"",
            "\"; DROP TABLE bystander; --",
            "\\'",
            "a\rb \nc",
            "$$?:x{d}",
            "user",
            "\u202e\ud83d\ude00")) {
      String table = name(string);
      ground.sql(
          "create table " + table + " (id integer, " + table + " text)",
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
      assertThat(report.outcome()).as(told(report)).isEqualTo(Outcome.PUBLISHED);
      assertThat(column(ground, "select " + table + " from " + name(string + "2") + " order by 1"))
          .containsExactly("a", "c");
      assertThat(column(ground, "select " + table + " from " + name(string + "3")))
          .containsExactly("b");
      assertThat(column(ground, "select batch from sluice_ledger order by started_at desc").get(0))
          .isEqualTo(string);
      harmless(report);
    }
    assertThat(ground.exists("bystander")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL"})
  void columnsNamedAsFunctionsAreColumnsInEveryPolicyAndMode(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    for (String column : List.of("user", "current_date", "pi", "flag_0")) {
      String quoted = name(column);
      ground.sql(
          "drop table if exists t",
          "drop table if exists target",
          "drop table if exists target_quarantine",
          "create table t (" + quoted + " text, v integer)",
          "insert into t values ('a', 1), ('b', 2), ('c', 3), (null, 4)",
          "create table target (" + quoted + " text, v integer)",
          "insert into target values ('a', 9), ('z', 9)");
      published(
          ground,
          "expect: [{} is not null else quarantine]",
          "publish: {into: target, mode: merge, key: [{}]}",
          column);
      assertThat(ground.rows("select * from target order by v, 1"))
          .containsExactly("a 1", "b 2", "c 3", "z 9");
      published(
          ground,
          "where: {} is not null\nexpect: [v > 0]",
          "publish: {into: target, mode: replace, slice: {} < 'd'}",
          column);
      assertThat(ground.rows("select count(*) from target")).containsExactly("4");
      published(
          ground, "expect: [{} is not null else default 'x', {} != 'b' else drop]", "", column);
      assertThat(ground.rows("select * from t order by v")).containsExactly("a 1", "c 3", "x 4");
    }
  }

  private static void published(Ground ground, String lines, String publish, String column) {
    String suite = "table: t\n" + lines + "\n" + publish + "\n";
    Report report = ground.gate(suite.replace("{}", column));
    assertThat(report.outcome()).as(told(report)).isEqualTo(Outcome.PUBLISHED);
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

  private static List<String> column(Ground ground, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = ground.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static String told(Report report) {
    return TextReport.render(report, TextReport.Options.PLAIN) + report.diagnostics();
  }

  /** Nothing steers a terminal, the XML is XML, the JSON shows what cannot be seen as escapes. */
  private static void harmless(Report report) throws Exception {
    for (String output :
        List.of(
            TextReport.render(
                report, new TextReport.Options(false, TextReport.Detail.VERBOSE, 100)),
            JsonReport.write(report),
            JUnitReport.write(report))) {
      assertThat(output.chars().filter(each -> each != '\n'))
          .noneMatch(
              each ->
                  Character.isISOControl(each) || "\u202e\u202c\u200b\u2028".indexOf(each) >= 0);
    }
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(JUnitReport.write(report))));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("testsuites");
  }
}
