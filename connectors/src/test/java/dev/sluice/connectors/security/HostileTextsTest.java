package dev.sluice.connectors.security;

import static dev.sluice.connectors.security.HostileStrings.ALL;
import static dev.sluice.connectors.security.HostileStrings.text;
import static dev.sluice.connectors.security.HostileStrings.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hostile strings as values and as parameters come through as the same bytes. */
final class HostileTextsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void asValuesAndParameters(Ground.Kind kind) throws Exception {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table t (id integer, v text)", "create table bystander (a integer)");
    insert(ground);
    String[] settings =
        IntStream.range(0, ALL.size())
            .mapToObj(each -> "p" + each + "=" + ALL.get(each))
            .toArray(String[]::new);
    Report report =
        ground.gate("table: t\nsamples: 100\n" + lines() + "publish: {into: target}\n", settings);
    assertThat(report.outcome()).as(Outputs.told(report)).isEqualTo(Outcome.PUBLISHED);
    assertThat(report.suites().get(0).gate().orElseThrow().quarantined()).isEqualTo(ALL.size());
    assertThat(ground.exists("bystander")).isTrue();

    List<String> kept = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (String[] row : putAside(ground)) {
      kept.add(row[0]);
      reasons.add(row[1]);
    }
    assertThat(kept).containsExactlyElementsOf(ALL);
    JsonNode told = Outputs.json(report).at("/suites/0/expectations");
    List<String> shown = new ArrayList<>();
    for (JsonNode line : told) {
      line.get("samples").forEach(each -> shown.add(each.get(ground.natural("v")).textValue()));
    }
    assertThat(shown).containsExactlyInAnyOrderElementsOf(ALL);
    for (int index = 0; index < ALL.size(); index++) {
      assertThat(new ObjectMapper().readTree(reasons.get(index)).at("/0").textValue())
          .isEqualTo(told.at("/" + (2 * (index / 10) + 1) + "/id").textValue());
    }
    Outputs.harmless(report);
  }

  /** Of ten texts each: one line that all of them meet, and one that sets them all aside. */
  private static String lines() {
    StringBuilder lines = new StringBuilder("params:\n");
    for (int index = 0; index < ALL.size(); index++) {
      lines.append("  p" + index + ": {type: text}\n");
    }
    lines.append("expect:\n");
    for (int first = 0; first < ALL.size(); first += 10) {
      int last = Math.min(ALL.size(), first + 10) - 1;
      String where = " where id between " + first + " and " + last;
      String same =
          IntStream.rangeClosed(first, last)
              .mapToObj(
                  each -> "(id = " + each + " and v = " + spoken(each) + " and v = $p" + each + ")")
              .collect(Collectors.joining(" or "));
      String none =
          IntStream.rangeClosed(first, last)
              .mapToObj(HostileTextsTest::spoken)
              .collect(Collectors.joining(", ", "v not in (", ")"));
      lines.append("  - ").append(yaml(same + where)).append('\n');
      lines.append("  - ").append(yaml(none + where + " else quarantine")).append('\n');
    }
    return lines.toString();
  }

  private static String spoken(int index) {
    String string = ALL.get(index);
    return HostileStrings.isSpoken(string) ? text(string) : "$p" + index;
  }

  private static void insert(Ground ground) throws SQLException {
    try (Connection connection = ground.connect();
        PreparedStatement insert = connection.prepareStatement("insert into t values (?, ?)")) {
      for (int index = 0; index < ALL.size(); index++) {
        insert.setInt(1, index);
        insert.setString(2, ALL.get(index));
        insert.execute();
      }
    }
  }

  private static List<String[]> putAside(Ground ground) throws SQLException {
    List<String[]> rows = new ArrayList<>();
    try (Connection connection = ground.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select v, sluice_reasons from target_quarantine order by id")) {
      while (row.next()) {
        rows.add(new String[] {row.getString(1), row.getString(2)});
      }
    }
    return rows;
  }
}
