package dev.sluice.connectors.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.engine.Runs;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How sentences are read, told beside what the database finds of them: the words can be held
 * against the rows. {@code -Dgolden.update=true} writes the golden files anew.
 */
final class ReadingsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/dev/sluice/connectors/explain");
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  @TempDir private Path folder = Path.of("");

  private void tables() throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(GOLDEN.resolve("tables.sql")));
    }
  }

  private String url() {
    return "jdbc:duckdb:" + folder.resolve("test.db");
  }

  private Request request(Request.Command command, String target, String... lines) {
    return Request.of(command, List.of(target), folder)
        .connection(Optional.of(url()))
        .expect(List.of(lines))
        .now(Optional.of(NOW))
        .build();
  }

  /** Readings without the SQL of their scans, by their first lines. */
  private static Map<String, String> readings(String told) {
    Map<String, String> readings = new LinkedHashMap<>();
    for (String block : told.strip().split("\n\n", -1)) {
      String text = block.split("\n {2}(scan|query) ", 2)[0];
      readings.put(text.lines().findFirst().orElseThrow(), text);
    }
    return readings;
  }

  private static String found(ExpectationReport found) {
    String samples =
        found.samples().stream().map(Object::toString).collect(Collectors.joining(" "));
    return "  found      "
        + found.verdict().word()
        + ": "
        + found.message()
        + (samples.isEmpty() ? "" : "\n             " + samples);
  }

  @Test
  void sentencesAreReadAsTheyAreJudged() throws IOException, SQLException {
    tables();
    Path file = GOLDEN.resolve("sentences.txt");
    String[] blocks = Files.readString(file).strip().split("\n\n", -1);
    String[] lines =
        Arrays.stream(blocks)
            .map(block -> block.lines().findFirst().orElseThrow())
            .filter(line -> !line.startsWith("#"))
            .toArray(String[]::new);
    assertThat(lines).hasSizeGreaterThan(45);
    Map<String, String> readings =
        readings(Runs.explain(request(Request.Command.EXPLAIN, "orders", lines), false).text());
    Report report = Runs.run(request(Request.Command.CHECK, "orders", lines));
    List<String> actual = new ArrayList<>(List.of(blocks[0]));
    for (ExpectationReport each : report.suites().get(0).expectations()) {
      actual.add(readings.get(each.line()) + "\n" + found(each));
    }
    assertThat(actual).hasSize(lines.length + 1);
    compare(file, String.join("\n\n", actual) + "\n");
  }

  @Test
  void everyLineOfASuiteIsReadWhenAskedFor() throws IOException, SQLException {
    tables();
    String suite = Files.readString(GOLDEN.resolve("suite.yml"));
    Files.writeString(folder.resolve("suite.yml"), suite);

    String plan = Runs.explain(request(Request.Command.EXPLAIN, "suite.yml"), false).text();
    String all = Runs.explain(request(Request.Command.EXPLAIN, "suite.yml"), true).text();

    assertThat(all).startsWith(plan.stripTrailing());
    String readings = all.substring(plan.stripTrailing().length());
    compare(GOLDEN.resolve("suite.txt"), String.join("\n\n", readings(readings).values()) + "\n");
  }

  @Test
  void aPlanTellsItsCostBeforeItIsPaid() throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute("create table sized (a int, b int, c int, d int, e int)");
      statement.execute("insert into sized select i, i, i, i, i from range(2000) t(i)");
    }
    Files.writeString(
        folder.resolve("cost.yml"),
        "table: sized\nwhere: e >= 0\nexpect:\n  - a >= 0\n  - b < 10 where c = 1\n  - d is unique\n");

    String plan = Runs.explain(request(Request.Command.EXPLAIN, "cost.yml"), false).text();

    assertThat(plan.lines().filter(line -> line.matches("(about|scan \\d).*")))
        .containsExactly(
            "about 2,000 rows, says the catalogue; reads 5 of 5 columns",
            "scan 1: counts of sized, reads 5 of 5 columns",
            "scan 2: duplicates of sized, reads d, e");
  }

  @Test
  void aLineBesideASuiteIsReadAsWell() throws IOException, SQLException {
    tables();
    Files.writeString(folder.resolve("suite.yml"), "table: orders\nexpect: [id is unique]\n");

    String text =
        Runs.explain(request(Request.Command.EXPLAIN, "suite.yml", "id > 0"), false).text();

    assertThat(text)
        .contains(
            "2 lines in 2 scans", "scan 2: duplicates of orders", "\nid > 0\n  id         id > 0")
        .doesNotContain("\nid is unique\n");
  }

  @Test
  void whatIsCountedIsWhatABudgetCounts() throws IOException, SQLException {
    tables();
    String query = "query: select id from orders where id < 0}\n";
    Files.writeString(
        folder.resolve("suite.yml"),
        "table: orders\nexpect: [id > 0]\nsql:\n  - {name: one, "
            + query
            + "  - {name: two, "
            + query
            + "ensure: [row_count > 5]\n");

    String plan = Runs.explain(request(Request.Command.EXPLAIN, "suite.yml"), false).text();

    assertThat(plan)
        .contains("4 lines in 4 scans", "\nensured after the write:\n\nscan 4: ")
        .contains("  - ensure: row_count > 5\n");
  }

  @Test
  void sqlOfEachScanStandsBelow() throws IOException, SQLException {
    tables();

    String text =
        Runs.explain(request(Request.Command.EXPLAIN, "orders", "id is unique", "id > 7"), false)
            .text();

    assertThat(text).startsWith("orders on " + "jdbc:duckdb:").contains("2 lines in 2 scans");
    assertThat(text).contains("  scan 2     duplicates of orders\n             SELECT ");
    assertThat(text).contains("\n             bound: 7\n");
    assertThat(text.indexOf("id is unique")).isLessThan(text.indexOf("id > 7"));
  }

  @Test
  void wrongLinesAreTold() throws IOException, SQLException {
    tables();

    assertThatThrownBy(
            () ->
                Runs.explain(
                        request(Request.Command.EXPLAIN, "orders", "amuont > 0", "id >", "id > 1"),
                        false)
                    .text())
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.diagnostics())
                    .extracting(each -> each.code().name())
                    .containsExactlyInAnyOrder("E0401", "E0201"));
  }

  private static void compare(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, actual);
    } else {
      assertThat(actual).isEqualTo(Files.readString(file));
    }
  }
}
