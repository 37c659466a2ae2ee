package dev.sluice.connectors.gate;

import dev.sluice.connectors.mariadb.EmbeddedMariaDbServer;
import dev.sluice.connectors.postgresql.EmbeddedPostgresServer;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.engine.Runs;
import dev.sluice.engine.connector.Connector;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A fresh database and a folder for suites. Looks into tables with plain JDBC, past the engine. */
public final class Ground {

  /** The databases that every case runs on. */
  public enum Kind {
    DUCKDB,
    POSTGRESQL,
    POSTGRESQL_14,
    H2,
    SQLITE,
    MARIADB;

    /** Whether making a table commits: then it is made before the gate's transaction. */
    boolean definitionsCommit() {
      return this == H2 || this == MARIADB;
    }
  }

  private final Kind kind;
  private final Path folder;
  private final String url;
  private final String user;

  private Ground(Kind kind, Path folder, String url, String user) {
    this.kind = kind;
    this.folder = folder;
    this.url = url;
    this.user = user;
  }

  public static Ground of(Kind kind, Path folder) {
    // In the few minutes of a build the connector's contract alone is tried on the oldest server.
    Assumptions.assumeTrue(
        kind != Kind.POSTGRESQL_14 || Boolean.getBoolean("sluice.every.server"),
        "gates on PostgreSQL 14 are tried with -Pfaults");
    try {
      return switch (kind) {
        case DUCKDB -> file(kind, folder, "jdbc:duckdb:" + folder.resolve("test.db"));
        case POSTGRESQL -> server(kind, EmbeddedPostgresServer.newest(), folder);
        case POSTGRESQL_14 -> server(kind, EmbeddedPostgresServer.oldest(), folder);
        case H2 -> file(kind, folder, "jdbc:h2:" + folder.resolve("test"));
        case SQLITE -> file(kind, folder, "jdbc:sqlite:" + folder.resolve("test.sqlite"));
        case MARIADB ->
            new Ground(
                    kind,
                    folder,
                    EmbeddedMariaDbServer.get().newDatabase(),
                    EmbeddedMariaDbServer.USER)
                .configured();
      };
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A database that somebody else made. */
  public static Ground at(String url, String user, Path folder) {
    return new Ground(Kind.POSTGRESQL, folder, url, user).configured();
  }

  private static Ground file(Kind kind, Path folder, String url) {
    return new Ground(kind, folder, url, "").configured();
  }

  private static Ground server(Kind kind, EmbeddedPostgresServer server, Path folder)
      throws SQLException {
    return new Ground(kind, folder, server.newDatabase(), EmbeddedPostgresServer.USER).configured();
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
    if (kind == Kind.MARIADB) {
      return EmbeddedMariaDbServer.connect(url);
    }
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
        statement.execute(spelled(each));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The same types in words of MariaDB, whose TIMESTAMP is an instant. */
  private String spelled(String statement) {
    return kind == Kind.MARIADB
        ? statement
            .replaceAll("\\btimestamp\\b(?! with)", "datetime(6)")
            .replace("timestamp with time zone", "timestamp(6)")
        : statement;
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
    if (kind == Kind.SQLITE) {
      return !rows("select 1 from sqlite_schema where name = '" + table + "'").isEmpty();
    }
    String here = kind == Kind.MARIADB ? " and table_schema = database()" : "";
    return !rows("select 1 from information_schema.tables where table_name = '"
            + natural(table)
            + "'"
            + here)
        .isEmpty();
  }

  /** Whether a table is absent; where making it commits it may stand, empty. */
  public boolean isWithoutRows(String table) {
    return !exists(table)
        || (kind.definitionsCommit() && rows("select count(*) from " + table).equals(List.of("0")));
  }

  /** A name that stands without quotes, as the database writes it down. */
  public String natural(String name) {
    return kind == Kind.H2 ? name.toUpperCase(Locale.ROOT) : name;
  }

  /** The definition of a further column that is not seen, where only a key tells rows apart. */
  String keyColumn() {
    return connector().sql().identityDefinition().map(each -> ", " + each).orElse("");
  }

  /** A text whose names, between these signs, are written as the database does. */
  String natural(String text, String before, String after) {
    return Pattern.compile(Pattern.quote(before) + "([a-z_]+)" + Pattern.quote(after))
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(before + natural(found.group(1)) + after));
  }

  /** A moment of our own tables, days earlier. */
  String daysBefore(int days, String moment) {
    return kind == Kind.SQLITE
        ? "strftime('%Y-%m-%d %H:%M:%fZ', " + moment + ", '-" + days + " days')"
        : moment + " - interval '" + days + "' day";
  }

  /** Decimals as their columns write them; SQLite keeps the number and not its zeros. */
  String decimals(String text) {
    return kind == Kind.SQLITE
        ? text.replaceAll("(\\.\\d*?)0+\\b", "$1").replaceAll("(?<=\\d)\\.(?!\\d)", "")
        : text;
  }

  Kind kind() {
    return kind;
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

  /** What `lint` says of a suite, asking the database. */
  List<Diagnostic> lint(String suite) {
    write("suite.yml", "connection: here\n" + suite);
    List<String> suites = List.of("suite.yml");
    Request request = request(Request.Command.LINT, suites, false, false, Progress.NONE);
    return Runs.lint(request, false).diagnostics();
  }

  /** Checks several suites that were written before, so many statements at a time. */
  Report check(List<String> suites, Optional<Integer> jobs) {
    return Runs.run(Request.of(Request.Command.CHECK, suites, folder).jobs(jobs).build());
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

  /** Gates a suite that may take so long, and is watched while it does. */
  Report gate(String suite, Duration timeout, Progress progress) {
    write("suite.yml", "connection: here\n" + suite);
    return Runs.run(
        Request.of(Request.Command.GATE, List.of("suite.yml"), folder)
            .timeout(Optional.of(timeout))
            .progress(progress)
            .build());
  }

  /** Gates a suite that was written before. */
  Report gateWritten(String suite, String... settings) {
    return run(Request.Command.GATE, List.of(suite), false, false, settings);
  }

  /** The connector of this database. */
  Connector connector() {
    return ServiceLoader.load(Connector.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.accepts(url))
        .findFirst()
        .orElseThrow();
  }

  /** The whole path of a table, as the catalogue has it. */
  List<String> path(Connection connection, String table) throws SQLException {
    // other tests have databases of their own on the same server
    List<String> name =
        kind == Kind.MARIADB ? List.of(connection.getCatalog(), table) : List.of(table);
    return connector().catalogue().find(connection, name, false).get(0).table().path();
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
    return Request.of(command, suites, folder)
        .settings(values)
        .lines(lines)
        .older(older)
        .dryRun(dryRun)
        .keepGoing(keepGoing)
        .progress(progress)
        .build();
  }
}
