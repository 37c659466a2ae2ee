package dev.sluice.connectors.fault;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.Runs;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One suite on one database, set back to its beginning before each case. */
final class Stage implements AutoCloseable {

  /** Tables that may be there after a gate. */
  static final List<String> OURS = List.of("staging", "target", "set_aside", "sluice_ledger");

  private static final String COLUMNS =
      "(id integer, amount integer, day integer, note varchar(20), secret varchar(40))";

  private final Ground ground;
  private final Shape shape;
  private final Line line;
  private final Connection observer;

  Stage(Ground ground, Shape shape, Line line) throws SQLException {
    this.ground = ground;
    this.shape = shape;
    this.line = line;
    this.observer = ground.connect();
    ground.write(
        "sluice.yml",
        "connections:\n  here:\n    url: "
            + Faults.url(ground.url())
            + "\n    user: postgres\n    password: ${WAREHOUSE_PASSWORD}\n");
    ground.write("load.sql", Shape.SCRIPT);
    ground.write(
        "suite.yml",
        "connection: here\nbatch: b1\nquarantine: set_aside\nsensitive: [secret]\ntimeout: 30s\n"
            + shape.keys()
            + line.keys());
  }

  String name() {
    return shape + " " + line;
  }

  Line line() {
    return line;
  }

  /** Puts every table back; ledger and quarantine stay, empty, but for the first run of all. */
  void reset() throws SQLException {
    observer.setAutoCommit(false);
    Set<String> tables = State.of(observer).tables();
    for (String each : tables) {
      boolean stays = OURS.contains(each) && (shape != Shape.FIRST || each.equals("staging"));
      run((stays ? "delete from " : "drop table ") + each);
    }
    if (!tables.contains("staging")) {
      run("create table staging " + COLUMNS);
    }
    if (!tables.contains("target") && shape != Shape.FIRST) {
      run("create table target " + COLUMNS);
    }
    run("insert into " + shape.candidate() + " values " + line.rows());
    for (String row : shape.before()) {
      run("insert into target values " + row);
    }
    observer.commit();
    observer.setAutoCommit(true);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = observer.createStatement()) {
      statement.execute(sql);
    }
  }

  State state() throws SQLException {
    return State.of(observer);
  }

  /**
   * Runs the gate; what was called is in the answer.
   *
   * @param reach which calls are counted
   */
  Run gate(Calls.Reach reach, Optional<Injection> injection) {
    Calls calls = Faults.begin(ground.url(), new Calls(reach, injection));
    try {
      return new Run(report(ground.folder()), calls);
    } finally {
      calls.end();
    }
  }

  /** A gate that has ended. */
  record Run(Report report, Calls calls) {}

  private static Report report(Path folder) {
    return Runs.run(
        new Request(
            Request.Command.GATE,
            List.of("suite.yml"),
            Optional.empty(),
            List.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            List.of(),
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            folder,
            Map.of("WAREHOUSE_PASSWORD", Calls.PASSWORD),
            Progress.NONE));
  }

  @Override
  public void close() throws SQLException {
    observer.close();
  }
}
