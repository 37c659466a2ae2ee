package dev.sluice.connectors.fault;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.Runs;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.request.Request;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One suite on one database, set back to its beginning before each case. */
final class Stage implements AutoCloseable {

  /** Tables that may be there after a gate. */
  static final List<String> OURS =
      List.of("staging", "target", "set_aside", "fixes", "sluice_ledger", "sluice_lock");

  private static final String COLUMNS =
      "id integer, amount integer, part integer, note varchar(20), secret varchar(40)";

  private final Site site;
  private final Ground ground;
  private final String gateUrl;
  private final Shape shape;
  private final Line line;
  private @Nullable Connection open;

  Stage(Site site, Path folder, Shape shape, Line line) {
    this(site, site.ground(folder), shape, line);
  }

  Stage(Site site, Ground ground, Shape shape, Line line) {
    this(site, ground, ground.url(), shape, line);
  }

  /**
   * @param gateUrl the way on which the gate reaches the database
   */
  Stage(Site site, Ground ground, String gateUrl, Shape shape, Line line) {
    this.site = site;
    this.ground = ground;
    this.gateUrl = gateUrl;
    this.shape = shape;
    this.line = line;
    ground.write("sluice.yml", Faults.configuration(gateUrl, ground.user()));
    ground.write("load.sql", Shape.SCRIPT);
    ground.write(
        "suite.yml",
        "connection: here\nbatch: b1\nquarantine: set_aside\nsensitive: [secret]\ntimeout: 30s\n"
            + shape.keys()
            + line.keys());
  }

  private Connection observer() throws SQLException {
    if (open != null) {
      return open;
    }
    Connection there = ground.connect();
    open = there;
    if (site == Site.POSTGRESQL) {
      // what is put back must stay so when the server is killed
      run("set synchronous_commit = on");
    }
    return there;
  }

  Site site() {
    return site;
  }

  Path folder() {
    return ground.folder();
  }

  String url() {
    return gateUrl;
  }

  String name() {
    return shape + " " + line;
  }

  /** Whether a gate that did not publish leaves everything so that the next calls the same. */
  boolean isRepeatable() {
    return shape != Shape.FIRST;
  }

  Line line() {
    return line;
  }

  /** Puts every table back; ledger and quarantine stay, empty, but for the first run of all. */
  void reset() throws SQLException {
    Connection observer = observer();
    observer.setAutoCommit(false);
    Set<String> tables = State.of(observer).tables();
    for (String each : tables) {
      boolean stays = OURS.contains(each) && (shape != Shape.FIRST || each.equals("staging"));
      // the row that gates lock is of the target, not of a run
      if (!stays || !each.equals("sluice_lock")) {
        run((stays ? "delete from " : "drop table ") + each);
      }
    }
    if (!tables.contains("staging")) {
      run("create table staging (" + COLUMNS + ")");
    }
    if (!tables.contains("target") && shape != Shape.FIRST) {
      run("create table target (" + COLUMNS + site.keyColumn() + ")");
    }
    run("insert into " + shape.candidate() + State.NAMES + " values " + line.rows());
    for (String row : shape.before()) {
      run("insert into target" + State.NAMES + " values " + row);
    }
    observer.commit();
    observer.setAutoCommit(true);
  }

  /** Runs a statement past the gate. */
  void run(String sql) throws SQLException {
    try (Statement statement = observer().createStatement()) {
      statement.execute(sql);
    }
  }

  /** Waits until nothing of a gate that was ended is at work any more. */
  void settle() throws SQLException, InterruptedException {
    Others.awaitEnd(site, observer());
  }

  State state() throws SQLException {
    return State.of(observer());
  }

  /**
   * Runs the gate; what was called is in the answer.
   *
   * @param reach which calls are counted
   */
  Run gate(Calls.Reach reach, Optional<Injection> injection) {
    return gate(new Calls(reach, injection));
  }

  /** Runs the gate with calls that were made ready. */
  Run gate(Calls calls) {
    Faults.begin(gateUrl, calls);
    try {
      return new Run(report(ground.folder(), List.of()), calls);
    } finally {
      calls.end();
    }
  }

  /** A gate that has ended. */
  record Run(Report report, Calls calls) {}

  /**
   * Runs the suite that lies in a folder.
   *
   * @param settings {@code name=value}
   */
  static Report report(Path folder, List<String> settings) {
    Map<String, String> values = new HashMap<>();
    settings.forEach(each -> values.put(each.split("=", 2)[0], each.split("=", 2)[1]));
    return Runs.run(
        Request.of(Request.Command.GATE, List.of("suite.yml"), folder)
            .settings(values)
            .environment(Map.of("WAREHOUSE_PASSWORD", Calls.PASSWORD))
            .build());
  }

  /**
   * Lets go of the database, which may belong to one process at a time; it is opened again when
   * needed.
   */
  @Override
  public void close() throws SQLException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
