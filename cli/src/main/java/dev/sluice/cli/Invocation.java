package dev.sluice.cli;

import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.yaml.DurationText;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.request.RequestBuilder;
import dev.sluice.engine.run.Progress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a request from options; what is wrong in them is collected, and told together. */
final class Invocation {

  /** Connections that a server commonly permits are a hundred. */
  private static final int MOST_JOBS = 64;

  private final List<String> targets;
  private final Mistakes mistakes;

  private final RequestBuilder request;
  private Map<String, String> tables = Map.of();

  Invocation(
      Request.Command command, List<String> targets, Surroundings surroundings, Mistakes mistakes) {
    this.targets = List.copyOf(targets);
    this.request =
        Request.of(command, targets, surroundings.directory())
            .environment(surroundings.environment());
    this.mistakes = mistakes;
  }

  List<String> targets() {
    return targets;
  }

  Map<String, String> tables() {
    return tables;
  }

  Invocation with(DataOptions options) {
    request.connection(options.connection());
    tables = pairs("--table", options.tables(), "NAME=FILE", "--table orders=orders.csv");
    request.tables(tables);
    request.settings(
        pairs("--set", options.settings(), "name=value", "--set load_date=2026-01-31"));
    request.config(options.config().flatMap(this::path));
    return this;
  }

  Invocation with(RunOptions options) {
    request.expect(options.expect());
    return timed(options.now(), options.timeout());
  }

  Invocation timed(Optional<String> clock, Optional<String> limit) {
    request.now(clock.flatMap(this::instant));
    request.timeout(limit.flatMap(this::time));
    return this;
  }

  Invocation with(JudgeOptions options) {
    request.failOnWarn(options.failOn().isPresent());
    options
        .failOn()
        .filter(word -> !word.equals("warn"))
        .ifPresent(
            word ->
                mistakes.value(
                    "--fail-on", word, "`--fail-on` cannot be `" + word + "`", "write `warn`"));
    return this;
  }

  Invocation only(List<String> names) {
    request.only(names);
    return this;
  }

  Invocation jobs(Optional<String> number) {
    request.jobs(number.flatMap(this::jobs));
    return this;
  }

  Invocation lines(List<String> ids) {
    request.lines(ids);
    return this;
  }

  Invocation older(String age) {
    Optional<Duration> parsed = DurationText.parse(age);
    Optional<Duration> older = parsed.filter(each -> !each.isZero());
    request.older(older);
    if (older.isEmpty()) {
      mistakes.value(
          "--older",
          age,
          "`" + age + (parsed.isPresent() ? "` is not above zero" : "` is not an age"),
          "write a number"
              + (parsed.isPresent() ? " above zero" : "")
              + " and a unit, as in `90d`, `12 weeks` or `36h`");
    }
    return this;
  }

  Invocation dryRun(boolean chosen) {
    request.dryRun(chosen);
    return this;
  }

  Invocation keepGoing(boolean chosen) {
    request.keepGoing(chosen);
    return this;
  }

  /**
   * The request.
   *
   * @throws dev.sluice.dsl.diagnostic.InvalidInput with everything that is wrong in the options
   */
  Request request(Progress progress) {
    return request(progress, false);
  }

  /**
   * The request of a report that tells only what is not met, or of any.
   *
   * @throws dev.sluice.dsl.diagnostic.InvalidInput with everything that is wrong in the options
   */
  Request request(Progress progress, boolean onlyUnmet) {
    mistakes.throwIfAny();
    return request.progress(progress).onlyUnmet(onlyUnmet).build();
  }

  private Map<String, String> pairs(
      String option, List<String> texts, String form, String example) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : texts) {
      Optional<Map.Entry<String, String>> pair = ArgumentValues.pair(text);
      if (pair.isEmpty()) {
        mistakes.value(
            option, text, "`" + option + "` takes " + form, "write it as in `" + example + "`");
      } else if (pairs.containsKey(pair.get().getKey())) {
        String name = pair.get().getKey();
        mistakes.value(option, text, "`" + name + "` is given twice", "keep one of the two");
      } else {
        pairs.put(pair.get().getKey(), pair.get().getValue());
      }
    }
    return pairs;
  }

  private Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException invalid) {
      mistakes.value("--config", text, "`" + text + "` is not a file's name", "");
      return Optional.empty();
    }
  }

  private Optional<Instant> instant(String text) {
    Optional<Instant> instant = ArgumentValues.instant(text);
    if (instant.isEmpty()) {
      mistakes.value(
          "--now",
          text,
          "`" + text + "` is not an instant",
          "write date, time and zone, as in `2026-01-31T06:00:00Z`");
    }
    return instant;
  }

  private Optional<Integer> jobs(String text) {
    Optional<Integer> jobs = ArgumentValues.number(text, 1, MOST_JOBS);
    if (jobs.isEmpty()) {
      mistakes.value(
          "--jobs",
          text,
          "`" + text + "` is not a number of jobs",
          "write a whole number from 1 to " + MOST_JOBS);
    }
    return jobs;
  }

  private Optional<Duration> time(String text) {
    Optional<Duration> time = ArgumentValues.time(text);
    if (time.isEmpty()) {
      mistakes.value(
          "--timeout",
          text,
          "`" + text + "` is not a time limit",
          "write a number and a unit, as in `90s`, `10m` or `2h`");
    }
    return time;
  }

  /** A word of an option that knows a few; nothing, and a mistake, where it is another. */
  static Optional<String> word(
      Mistakes mistakes, String option, String written, List<String> known) {
    if (known.contains(written)) {
      return Optional.of(written);
    }
    List<String> near = new ArrayList<>(DidYouMean.suggest(written, known));
    String help =
        near.isEmpty() ? "write " + DidYouMean.alternatives(known) : DidYouMean.phrase(near);
    mistakes.value(option, written, "`" + option + "` cannot be `" + written + "`", help);
    return Optional.empty();
  }
}
