package dev.sluice.connectors.differential;

import dev.sluice.connectors.duckdb.DuckDbConnector;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.value.TableEvaluator.Rows;
import dev.sluice.engine.Runs;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.request.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Questions of a random round as files: a suite, and the two tables as Parquet, which loses neither
 * NULL nor the empty text, NaN, or a type; beside them a script that makes the tables in a
 * database, and the same suite for that.
 */
final class Reproduction {

  private static final String SUITE = "suite.yml";
  private static final String TABLES = "on-tables.yml";
  private static final String SCRIPT = "tables.sql";

  private final Path folder;
  private final SqlProfile profile;
  private final Rows candidate;
  private final Rows others;
  private final List<Question> questions = new ArrayList<>();
  private final Spelling spelling = new Spelling();

  /**
   * A line of the suite.
   *
   * @param expected what the evaluator says
   */
  record Question(String name, String line, Measurement measurement, Object expected) {}

  /** {@code profile}: of the database whose answer differed. */
  Reproduction(Path folder, SqlProfile profile, Rows candidate, Rows others) {
    this.folder = folder;
    this.profile = profile;
    this.candidate = candidate;
    this.others = others;
  }

  List<Question> questions() {
    return questions;
  }

  void add(Measurement measurement, Object expected) {
    String name = "line_" + (questions.size() + 1);
    questions.add(new Question(name, line(measurement), measurement, expected));
  }

  /** Writes the files, and says how they are used. */
  String write() {
    try {
      Files.createDirectories(folder);
      parquet();
      Files.writeString(folder.resolve(SCRIPT), RandomTables.script(profile, candidate, others));
      // what the language has no sentence for: metrics in `where`, orders within a metric
      Set<String> refused = new TreeSet<>();
      Files.writeString(folder.resolve(SUITE), suite(true, refused));
      for (Diagnostic each : check().diagnostics()) {
        int line = each.file().position(each.span().start()).line();
        refused.add(Files.readAllLines(folder.resolve(SUITE)).get(line - 1));
      }
      Files.writeString(folder.resolve(SUITE), suite(true, refused));
      Files.writeString(folder.resolve(TABLES), suite(false, refused));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return "to see it again: sluice check "
        + folder.resolve(SUITE)
        + "\nor run "
        + folder.resolve(SCRIPT)
        + " in the database, then: sluice check "
        + folder.resolve(TABLES)
        + " --connection URL";
  }

  /** Runs the suite over the Parquet files. */
  Report check() {
    return Runs.run(
        Request.of(Request.Command.CHECK, List.of(SUITE), folder)
            .now(Optional.of(Instant.EPOCH))
            .build());
  }

  private void parquet() throws SQLException, IOException {
    SqlProfile duckdb = new DuckDbConnector().sql();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (Rows rows : List.of(candidate, others)) {
        RandomTables.store(connection, duckdb, rows);
        String name = rows.table().display();
        Path file = folder.resolve(name + ".parquet");
        Files.deleteIfExists(file);
        statement.execute(
            "COPY (SELECT * FROM " + name + " ORDER BY n) TO '" + file + "' (FORMAT parquet)");
      }
    }
  }

  private String suite(boolean files, Set<String> refused) {
    StringBuilder text = new StringBuilder();
    text.append("table: ").append(candidate.table().display()).append('\n');
    if (files) {
      text.append("tables:\n");
      for (Rows rows : List.of(candidate, others)) {
        String name = rows.table().display();
        text.append("  ").append(name).append(": ").append(name).append(".parquet\n");
      }
    }
    StringBuilder lines = new StringBuilder("samples: 0\nexpect:\n");
    for (Question each : questions) {
      String line = "  - " + each.name() + ": '" + each.line().replace("'", "''") + "'";
      lines.append("  # ").append(each.expected()).append('\n');
      lines.append(refused.contains(line) ? "  # no sentence says: " + line : line).append('\n');
    }
    if (!spelling.parameters().isEmpty()) {
      text.append("params:\n");
      spelling
          .parameters()
          .forEach(
              (name, value) ->
                  text.append("  ")
                      .append(name)
                      .append(": {type: double, default: ")
                      .append(value)
                      .append("}\n"));
    }
    return text.append(lines).toString();
  }

  private String line(Measurement measurement) {
    Optional<Expression> where = measurement.scope().where();
    String clause = where.map(each -> " where " + spelling.of(each)).orElse("");
    if (measurement instanceof Measurement.Tally tally) {
      return spelling.of(tally.check()) + clause + per(tally.per());
    }
    if (measurement instanceof Measurement.Groups groups) {
      return spelling.of(groups.check()) + clause + per(groups.per());
    }
    Measurement.Value value = (Measurement.Value) measurement;
    return spelling.of(value.measure()) + " is not null" + clause;
  }

  private static String per(List<String> columns) {
    return columns.isEmpty() ? "" : " per " + String.join(", ", columns);
  }

  /** The questions that the suite asks, by the names of its lines. */
  Map<String, Question> byName() {
    Map<String, Question> byName = new LinkedHashMap<>();
    questions.forEach(each -> byName.put(each.name(), each));
    return byName;
  }
}
