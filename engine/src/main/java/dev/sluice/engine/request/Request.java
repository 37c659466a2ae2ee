package dev.sluice.engine.request;

import dev.sluice.engine.run.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is asked to do: the command line, as values.
 *
 * @param targets suites, folders, data files, or tables, as written
 * @param connection a name from the configuration or a JDBC URL; overrides the suites' own
 * @param expect lines given beside the suites
 * @param tables names for data files, as {@code --table} gives them
 * @param settings values of parameters
 * @param now the clock of the run; absent means the machine's
 * @param only ids, names or tags of the expectations to judge; empty means all
 * @param lines of a replay: ids of lines; only rows that one of them put aside
 * @param older of a purge: the age that a row must have
 * @param dryRun of a gate: tell what would be done, change nothing
 * @param timeout limit of a suite's run; overrides the suites' own
 * @param config the configuration file; absent means it is looked for
 * @param directory against which targets are resolved
 * @param environment from which the configuration's {@code ${NAME}} are taken
 * @param onlyUnmet of a check: what was observed of lines that are met is not told, and need not be
 *     known
 * @param jobs of a check: statements that may run at the same time, of several suites or of one;
 *     absent means one suite at a time, on as many connections as are worth while
 */
public record Request(
    Command command,
    List<String> targets,
    Optional<String> connection,
    List<String> expect,
    Map<String, String> tables,
    Map<String, String> settings,
    Optional<Instant> now,
    List<String> only,
    List<String> lines,
    Optional<Duration> older,
    boolean dryRun,
    boolean failOnWarn,
    boolean keepGoing,
    Optional<Duration> timeout,
    Optional<Path> config,
    Path directory,
    Map<String, String> environment,
    Progress progress,
    boolean onlyUnmet,
    Optional<Integer> jobs) {

  /** What is done with the targets. */
  public enum Command {
    CHECK,
    GATE,
    EXPLAIN,
    LINT,
    SUGGEST,
    REPLAY,
    PURGE;

    /** Whether it may change the database. */
    public boolean writes() {
      return this == GATE || this == REPLAY || this == PURGE;
    }

    /** Whether it reads the candidate, which else need not be there. */
    public boolean readsCandidate() {
      return this != REPLAY && this != PURGE;
    }
  }

  public Request {
    targets = List.copyOf(targets);
    expect = List.copyOf(expect);
    tables = Map.copyOf(tables);
    settings = Map.copyOf(settings);
    only = List.copyOf(only);
    lines = List.copyOf(lines);
    environment = Map.copyOf(environment);
  }

  /**
   * Begins a request that asks for nothing else.
   *
   * @param directory against which targets are resolved
   */
  public static RequestBuilder of(Command command, List<String> targets, Path directory) {
    return new RequestBuilder(command, targets, directory);
  }
}
