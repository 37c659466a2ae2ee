package dev.sluice.connectors.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.duckdb.DuckDbConnector;
import dev.sluice.dsl.value.TableEvaluator;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Result;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a round hold what the round held: opened again, they give the same answers. */
final class ReproductionTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void theFilesGiveWhatTheRoundGave() throws SQLException, IOException {
    Reproduction reproduction = reproduction();
    String told = reproduction.write();
    assertThat(told).contains("sluice check " + folder.resolve("suite.yml"));
    Report report = reproduction.check();
    assertThat(report.diagnostics()).isEmpty();
    Map<String, Reproduction.Question> asked = reproduction.byName();
    for (ExpectationReport line : report.suites().get(0).expectations()) {
      Reproduction.Question question = Objects.requireNonNull(asked.get(line.id()));
      Result given =
          question.measurement() instanceof Measurement.Tally
              ? new Result.Tallied(
                  line.judged() + line.undecided(), line.violations(), line.undecided())
              : question.measurement() instanceof Measurement.Groups
                  ? new Result.Grouped(line.judged(), line.violations())
                  : new Result.Measured(line.observed());
      assertThat(DifferentialTest.near(question.expected(), given))
          .as("%s: %s, not %s", line.line(), given, question.expected())
          .isTrue();
    }
    assertThat(report.suites().get(0).expectations())
        .as(Files.readString(folder.resolve("suite.yml")))
        .hasSizeGreaterThan(asked.size() * 4 / 5);
  }

  @Test
  void theScriptMakesTheSameTables() throws SQLException, IOException {
    reproduction().write();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(Files.readString(folder.resolve("tables.sql")));
      for (String table : new String[] {"candidate_5", "other_5"}) {
        String file = "read_parquet('" + folder.resolve(table + ".parquet") + "')";
        try (var rows =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM "
                    + table
                    + "), (SELECT count(*) FROM (FROM "
                    + table
                    + " INTERSECT FROM "
                    + file
                    + "))")) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getLong(1)).isPositive().isEqualTo(rows.getLong(2));
        }
      }
    }
  }

  private Reproduction reproduction() {
    Random random = new Random(5);
    RandomTables tables = new RandomTables(random, each -> true);
    TableEvaluator.Rows rows = tables.rows("candidate_5", 40);
    TableEvaluator.Rows others = tables.rows("other_5", 6);
    RandomSentences sentences = new RandomSentences(random, tables, others.table());
    Reproduction reproduction = new Reproduction(folder, new DuckDbConnector().sql(), rows, others);
    DifferentialTest.expected(rows, others, sentences).forEach(reproduction::add);
    return reproduction;
  }
}
