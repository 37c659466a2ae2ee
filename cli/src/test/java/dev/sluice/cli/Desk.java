package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.suggest.Draft;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A command line at a desk: streams captured, and an engine that remembers what it was asked. */
final class Desk {

  /** What came of one command line. */
  record Result(int exitCode, String out, String err, List<Request> asked) {

    Request request() {
      return asked.get(0);
    }
  }

  private final Path directory;
  private Map<String, String> environment = Map.of();
  private boolean terminal;
  private Function<Request, Report> answer = request -> report(Outcome.PASSED);

  Desk(Path directory) {
    this.directory = directory;
  }

  Desk answering(Function<Request, Report> value) {
    answer = value;
    return this;
  }

  Desk withTerminal(Map<String, String> variables) {
    terminal = true;
    environment = variables;
    return this;
  }

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<Request> asked = new ArrayList<>();
    Engine engine =
        new Engine() {
          @Override
          public Report run(Request request) {
            asked.add(request);
            return answer.apply(request);
          }

          @Override
          public Findings lint(Request request, boolean offline) {
            asked.add(request);
            Report report = answer.apply(request);
            return new Findings(
                report.diagnostics(), offline ? List.of() : List.of("asked a database"));
          }

          @Override
          public String explain(Request request, boolean each) {
            asked.add(request);
            return "the plan of " + answer.apply(request).runId() + "\n";
          }

          @Override
          public Draft suggest(Request request, Path folder) {
            asked.add(request);
            Report report = answer.apply(request);
            String text = "# in " + folder + "\ntable: " + request.targets().get(0) + "\n";
            return new Draft(text, 1, report.diagnostics());
          }
        };
    Surroundings surroundings =
        new Surroundings(
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            terminal,
            terminal,
            100,
            environment,
            directory);
    int exitCode = Sluice.run(surroundings, engine, List.of(arguments));
    surroundings.out().flush();
    surroundings.err().flush();
    return new Result(exitCode, out.toString(UTF_8), err.toString(UTF_8), List.copyOf(asked));
  }

  static Report report(Outcome outcome) {
    return new Report(
        "run-1",
        Instant.parse("2026-01-31T06:00:00Z"),
        42,
        outcome,
        outcome.exitCode(),
        List.of(),
        List.of());
  }
}
