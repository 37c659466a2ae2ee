package dev.sluice.cli;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.diagnostic.Severity;
import dev.sluice.dsl.diagnostic.TerminalText;
import dev.sluice.engine.flow.Explained;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Progress;
import dev.sluice.engine.suggest.Draft;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** One run of the command: whatever happens becomes a report and an exit code. */
final class Session {

  private final Surroundings surroundings;
  private final Engine engine;
  private final CommandLineText text;

  Session(Surroundings surroundings, Engine engine, CommandLineText text) {
    this.surroundings = surroundings;
    this.engine = engine;
    this.text = text;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** A collector for what is wrong in the arguments. */
  Mistakes mistakes() {
    return new Mistakes(text);
  }

  /** Where the options are read against what surrounds the command. */
  Invocation invocation(Request.Command command, List<String> targets, Mistakes mistakes) {
    return new Invocation(command, targets, surroundings, mistakes);
  }

  /** Runs it, gives the report, and returns the exit code. */
  int run(Invocation invocation, ReportOptions options, ScreenOptions screen, Mistakes mistakes) {
    ReportOutput output = ReportOutput.of(options, screen, invocation, surroundings, mistakes);
    Progress progress = output.isQuiet() ? Progress.NONE : TerminalProgress.where(surroundings);
    return give(
        output,
        screen,
        progress,
        () -> engine.run(invocation.request(progress, output.tellsOnlyUnmet())));
  }

  /** Tells what is wrong with suites, and returns the exit code. */
  int lint(
      Invocation invocation,
      boolean offline,
      ReportOptions options,
      ScreenOptions screen,
      Mistakes mistakes) {
    ReportOutput output = ReportOutput.of(options, screen, invocation, surroundings, mistakes);
    Instant start = Instant.now();
    return give(
        output,
        screen,
        Progress.NONE,
        () -> {
          Engine.Findings found = engine.lint(invocation.request(Progress.NONE), offline);
          found.notes().forEach(note -> surroundings.err().println("note: " + shown(note)));
          boolean wrong =
              found.diagnostics().stream().anyMatch(each -> each.severity() == Severity.ERROR);
          return ended(start, wrong ? Outcome.INVALID : Outcome.PASSED, found.diagnostics());
        });
  }

  private int give(
      ReportOutput output, ScreenOptions screen, Progress progress, Supplier<Report> work) {
    Instant start = Instant.now();
    Report report;
    try {
      report = work.get();
    } catch (InvalidInput invalid) {
      report = ended(start, Outcome.INVALID, invalid.diagnostics());
    } catch (RuntimeException | Error fault) {
      tell(fault, screen);
      report = ended(start, Outcome.ERROR, List.of());
    } finally {
      progress.done();
    }
    output.give(report);
    return report.exitCode();
  }

  /** Prints the plan of a run, and returns the exit code. */
  int explain(Invocation invocation, ScreenOptions screen) {
    try {
      Explained explained = engine.explain(invocation.request(Progress.NONE), screen.verbose());
      ReportOutput.print(explained.warnings(), surroundings, screen.colour());
      explained
          .text()
          .lines()
          .forEach(line -> surroundings.out().println(TerminalText.visible(line)));
      surroundings.out().flush();
      return Outcome.PASSED.exitCode();
    } catch (InvalidInput invalid) {
      ReportOutput.print(invalid.diagnostics(), surroundings, screen.colour());
      return Outcome.INVALID.exitCode();
    } catch (RuntimeException | Error fault) {
      tell(fault, screen);
      return Outcome.ERROR.exitCode();
    }
  }

  /** Drafts a suite, prints or saves it, and returns the exit code. */
  int suggest(Invocation invocation, Optional<NewSuite> file, ScreenOptions screen) {
    Progress progress = TerminalProgress.where(surroundings);
    try {
      Draft draft =
          engine.suggest(
              invocation.request(progress),
              file.map(NewSuite::folder).orElse(surroundings.directory()));
      progress.done();
      ReportOutput.print(draft.warnings(), surroundings, screen.colour());
      if (file.isPresent()) {
        file.get().write(draft.text());
        surroundings
            .out()
            .println("wrote " + shown(file.get().written()) + ", " + draft.lines() + " lines");
      } else {
        surroundings.out().print(draft.text());
      }
      surroundings.out().flush();
      return Outcome.PASSED.exitCode();
    } catch (InvalidInput invalid) {
      ReportOutput.print(invalid.diagnostics(), surroundings, screen.colour());
      return Outcome.INVALID.exitCode();
    } catch (IOException failed) {
      surroundings.err().println("error: the suite could not be saved: " + failed.getMessage());
      return Outcome.ERROR.exitCode();
    } catch (RuntimeException | Error fault) {
      tell(fault, screen);
      return Outcome.ERROR.exitCode();
    } finally {
      progress.done();
    }
  }

  // A run that ended outside the engine has a report too: whoever reads JSON finds one.
  static Report ended(Instant start, Outcome outcome, List<Diagnostic> diagnostics) {
    return new Report(
        UUID.randomUUID().toString(),
        start,
        Duration.between(start, Instant.now()).toMillis(),
        outcome,
        outcome.exitCode(),
        List.of(),
        diagnostics);
  }

  private void tell(Throwable fault, ScreenOptions screen) {
    String message =
        fault instanceof DatabaseFailure failure
            ? "error[" + failure.failure().code() + "]: " + failure.failure().message()
            : "error: a fault in sluice itself: " + fault;
    surroundings.err().println(shown(message));
    if (screen.verbose()) {
      StringWriter trace = new StringWriter();
      fault.printStackTrace(new PrintWriter(trace));
      trace
          .toString()
          .lines()
          .map(line -> line.startsWith("\t") ? "\t" + shown(line.substring(1)) : shown(line))
          .forEach(surroundings.err()::println);
    } else if (!(fault instanceof DatabaseFailure)) {
      surroundings.err().println("  = help: `--verbose` shows where");
    }
    surroundings.err().flush();
  }

  private static String shown(String message) {
    return TerminalText.visible(Redaction.mask(message));
  }
}
