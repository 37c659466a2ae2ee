package dev.sluice.engine.request;

import dev.sluice.engine.run.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects what a request asks for; what is not said is absent, empty or false. The parts are those
 * of {@link Request}.
 */
public final class RequestBuilder {

  private final Request.Command command;
  private final List<String> targets;
  private final Path directory;
  private Optional<String> connection = Optional.empty();
  private List<String> expect = List.of();
  private Map<String, String> tables = Map.of();
  private Map<String, String> settings = Map.of();
  private Optional<Instant> now = Optional.empty();
  private List<String> only = List.of();
  private List<String> lines = List.of();
  private Optional<Duration> older = Optional.empty();
  private boolean dryRun;
  private boolean failOnWarn;
  private boolean keepGoing;
  private Optional<Duration> timeout = Optional.empty();
  private Optional<Path> config = Optional.empty();
  private Map<String, String> environment = Map.of();
  private Progress progress = Progress.NONE;
  private boolean onlyUnmet;
  private Optional<Integer> jobs = Optional.empty();

  RequestBuilder(Request.Command command, List<String> targets, Path directory) {
    this.command = command;
    this.targets = targets;
    this.directory = directory;
  }

  public RequestBuilder connection(Optional<String> value) {
    connection = value;
    return this;
  }

  public RequestBuilder expect(List<String> value) {
    expect = value;
    return this;
  }

  public RequestBuilder tables(Map<String, String> value) {
    tables = value;
    return this;
  }

  public RequestBuilder settings(Map<String, String> value) {
    settings = value;
    return this;
  }

  public RequestBuilder now(Optional<Instant> value) {
    now = value;
    return this;
  }

  public RequestBuilder only(List<String> value) {
    only = value;
    return this;
  }

  public RequestBuilder lines(List<String> value) {
    lines = value;
    return this;
  }

  public RequestBuilder older(Optional<Duration> value) {
    older = value;
    return this;
  }

  public RequestBuilder dryRun(boolean value) {
    dryRun = value;
    return this;
  }

  public RequestBuilder failOnWarn(boolean value) {
    failOnWarn = value;
    return this;
  }

  public RequestBuilder keepGoing(boolean value) {
    keepGoing = value;
    return this;
  }

  public RequestBuilder timeout(Optional<Duration> value) {
    timeout = value;
    return this;
  }

  public RequestBuilder config(Optional<Path> value) {
    config = value;
    return this;
  }

  public RequestBuilder environment(Map<String, String> value) {
    environment = value;
    return this;
  }

  public RequestBuilder progress(Progress value) {
    progress = value;
    return this;
  }

  public RequestBuilder onlyUnmet(boolean value) {
    onlyUnmet = value;
    return this;
  }

  public RequestBuilder jobs(Optional<Integer> value) {
    jobs = value;
    return this;
  }

  /** The request. */
  public Request build() {
    return new Request(
        command,
        targets,
        connection,
        expect,
        tables,
        settings,
        now,
        only,
        lines,
        older,
        dryRun,
        failOnWarn,
        keepGoing,
        timeout,
        config,
        directory,
        environment,
        progress,
        onlyUnmet,
        jobs);
  }
}
