package dev.sluice.connectors.gate;

import dev.sluice.connectors.postgresql.EmbeddedPostgresServer;
import dev.sluice.engine.Runs;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.Interruption;
import dev.sluice.engine.run.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** A fresh database and a folder for suites. Looks into tables with plain JDBC, past the engine. */
public final class Ground {

  /** The databases that every case runs on. */
  public enum Kind {
    DUCKDB,
    POSTGRESQL,
    POSTGRESQL_14
  }

  private final Path folder;
  private final String url;
  private final String user;

  private Ground(Path folder, String url, String user) {
    this.folder = folder;
    this.url = url;
    this.user = user;
  }

  public static Ground of(Kind kind, Path folder) {
    try {
      return switch (kind) {
        case DUCKDB ->
            new Ground(folder, "jdbc:duckdb:" + folder.resolve("test.db"), "").configured();
        case POSTGRESQL -> server(EmbeddedPostgresServer.newest(), folder);
        case POSTGRESQL_14 -> server(EmbeddedPostgresServer.oldest(), folder);
      };
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Ground server(EmbeddedPostgresServer server, Path folder) throws SQLException {
    return new Ground(folder, server.newDatabase(), EmbeddedPostgresServer.USER).configured();
  }

  private Ground configured() {
    write(
        "sluice.yml",
        "connections:\n  here:\n    url: "
            + url
            + "\n"
            + (user.isEmpty() ? "" : "    user: " + user + "\n"));
    return this;
  }

  public Path folder() {
    return folder;
  }

  public String url() {
    return url;
  }

  /** Empty where the database knows no users. */
  public String user() {
    return user;
  }

  public Connection connect() throws SQLException {
    return user.isEmpty()
        ? DriverManager.getConnection(url)
        : DriverManager.getConnection(url, user, "");
  }

  public void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public void sql(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The rows of a query, one text a row, values separated by blanks. */
  public List<String> rows(String query) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        StringJoiner row = new StringJoiner(" ");
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(result.getString(column)));
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public boolean exists(String table) {
    return !rows("select 1 from information_schema.tables where table_name = '" + table + "'")
        .isEmpty();
  }

  /** The states in the ledger, in the order of the runs. */
  public List<String> ledger() {
    return exists("sluice_ledger")
        ? rows("select state from sluice_ledger order by started_at")
        : List.of();
  }

  /** The text of a whole file, its connection included. */
  Report checkAsWritten(String suite) {
    write("orders.yml", suite);
    return run(Request.Command.CHECK, List.of("orders.yml"), false, false);
  }

  public Report check(String suite, String... settings) {
    return run(Request.Command.CHECK, suite, false, settings);
  }

  public Report gate(String suite, String... settings) {
    return run(Request.Command.GATE, suite, false, settings);
  }

  Report dryRun(String suite, String... settings) {
    return run(Request.Command.GATE, suite, true, settings);
  }

  /** Replays what a suite put aside; {@code --line=ID} among the settings names a line. */
  Report replay(String suite, String... settings) {
    return run(Request.Command.REPLAY, suite, false, settings);
  }

  /** Replays what a suite put aside that was written before. */
  Report replayWritten(String suite) {
    return run(Request.Command.REPLAY, List.of(suite), false, false);
  }

  Report replayDry(String suite, String... settings) {
    return run(Request.Command.REPLAY, suite, true, settings);
  }

  Report purge(String suite, Duration older, boolean dryRun) {
    return run(Request.Command.PURGE, suite, dryRun, "--older=" + older);
  }

  /**
   * @param suite the text of the suite, without its connection
   * @param settings {@code name=value}
   */
  private Report run(Request.Command command, String suite, boolean dryRun, String... settings) {
    write("suite.yml", "connection: here\n" + suite);
    return run(command, List.of("suite.yml"), dryRun, false, settings);
  }

  /** Gates a suite, and ends the run from outside when a scan begins. */
  Report interruptedGate(String suite) {
    write("suite.yml", "connection: here\n" + suite);
    Interruption interruption = new Interruption();
    Progress progress =
        new Progress() {
          @Override
          public void scanning(String table, int scan, int of) {
            interruption.request();
          }

          @Override
          public void done() {}
        };
    Request request = request(Request.Command.GATE, List.of("suite.yml"), false, false, progress);
    return Runs.run(request, interruption);
  }

  /** Gates several suites that were written before, in their order. */
  Report gateAll(boolean keepGoing, String... suites) {
    return run(Request.Command.GATE, List.of(suites), false, keepGoing);
  }

  private Report run(
      Request.Command command,
      List<String> suites,
      boolean dryRun,
      boolean keepGoing,
      String... settings) {
    return Runs.run(request(command, suites, dryRun, keepGoing, Progress.NONE, settings));
  }

  private Request request(
      Request.Command command,
      List<String> suites,
      boolean dryRun,
      boolean keepGoing,
      Progress progress,
      String... settings) {
    Map<String, String> values = new HashMap<>();
    List<String> lines = new ArrayList<>();
    Optional<Duration> older = Optional.empty();
    for (String each : settings) {
      String[] pair = each.split("=", 2);
      if (pair[0].equals("--line")) {
        lines.add(pair[1]);
      } else if (pair[0].equals("--older")) {
        older = Optional.of(Duration.parse(pair[1]));
      } else {
        values.put(pair[0], pair[1]);
      }
    }
    return new Request(
        command,
        suites,
        Optional.empty(),
        List.of(),
        Map.of(),
        values,
        Optional.empty(),
        List.of(),
        lines,
        older,
        dryRun,
        false,
        keepGoing,
        Optional.empty(),
        Optional.empty(),
        folder,
        Map.of(),
        progress);
  }
}
