package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.engine.audit.AuditSettings;
import dev.sluice.engine.gate.GateTask;
import dev.sluice.engine.plan.Allowance;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Rules;
import dev.sluice.engine.prepare.Arguments;
import dev.sluice.engine.prepare.Preparation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Source;
import dev.sluice.engine.prepare.SuiteSource;
import dev.sluice.engine.prepare.Targets;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.SuiteReport;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Failures;
import dev.sluice.engine.run.Interruption;
import dev.sluice.engine.run.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A run of `check` or `gate` over all suites of a request. Everything that can be found wrong
 * before data is touched is found first, in all suites; then they run in their order.
 */
public final class Run {

  private final Request request;
  private final Given given;
  private final String id = UUID.randomUUID().toString();
  private final Instant started = Instant.now();
  private final long begun = System.nanoTime();
  private final Diagnostics diagnostics = new Diagnostics();
  private final Sessions sessions;
  private Jobs jobs = Jobs.ONE;

  /**
   * What a caller of the library brings along.
   *
   * @param source its own database, instead of the suites' own
   * @param staged its own transaction is open on it
   * @param step the load step in Java
   * @param interruption by which the caller can end the run
   */
  public record Given(
      Optional<Source> source,
      boolean staged,
      Optional<GateTask.Step> step,
      Interruption interruption) {

    /** Nothing but a way to end the run. */
    public static Given only(Interruption interruption) {
      return new Given(Optional.empty(), false, Optional.empty(), interruption);
    }
  }

  private Run(Request request, Given given) {
    this.request = request;
    this.given = given;
    this.sessions = new Sessions(given.interruption());
  }

  /** Carries a request out; everything that goes wrong is in the report. */
  public static Report of(Request request, Given given) {
    return new Run(request, given).run();
  }

  private Report run() {
    try (Preparation preparation =
        new Preparation(request, request.now().orElse(started), given.source(), diagnostics)) {
      List<SuiteSource> sources = Targets.read(request, diagnostics);
      onlyInCheck();
      List<Preparation.Prepared> prepared = preparation.open(sources, !request.command().writes());
      jobs = Jobs.of(request, prepared.size(), given.source().isEmpty());
      List<Supplier<SuiteReport>> runs = plan(prepared);
      diagnostics.throwIfErrors();
      return report(carryOut(runs));
    } catch (InvalidInput invalid) {
      return invalid(invalid);
    }
  }

  private void onlyInCheck() {
    if (!request.only().isEmpty() && request.command().writes()) {
      diagnostics.add(
          Arguments.error(
              Code.E0002,
              "`--only` goes with `check` alone: a gate judges every line",
              "--only " + String.join(" ", request.only())));
    }
  }

  private List<Supplier<SuiteReport>> plan(List<Preparation.Prepared> prepared) {
    List<Supplier<SuiteReport>> runs = new ArrayList<>();
    Selection selection = new Selection(request.only());
    Made made = new Made();
    for (Preparation.Prepared each : prepared) {
      SuiteReports.Frame frame = new SuiteReports.Frame(each.source(), each.shown());
      if (each.ready().isEmpty()) {
        Failure failure = each.failure().orElseThrow();
        runs.add(() -> Unreachable.report(frame, each.source(), failure));
      } else {
        ReadySuite suite = each.ready().get();
        try {
          boolean waits = request.command() == Request.Command.GATE && made.isAwaitedBy(suite);
          runs.add(waits ? later(suite, frame) : plan(suite, frame, selection));
        } catch (InvalidInput invalid) {
          invalid.diagnostics().forEach(diagnostics::add);
        } catch (DatabaseFailure failure) {
          runs.add(() -> Unreachable.report(frame, each.source(), failure.failure()));
        } catch (SQLException failure) {
          Failure told = Failures.failure(failure).failure();
          runs.add(() -> Unreachable.report(frame, each.source(), told));
        }
        suite.diagnostics().all().forEach(diagnostics::add);
        made.add(suite.file());
      }
    }
    if (prepared.stream().allMatch(each -> each.ready().isPresent())) {
      selection.check(diagnostics);
    }
    return runs;
  }

  private Supplier<SuiteReport> plan(
      ReadySuite suite, SuiteReports.Frame frame, Selection selection) throws SQLException {
    if (request.command() == Request.Command.GATE) {
      new GateFlow(suite, sessions.of(suite), options());
      // Typed again when its turn comes: an earlier suite of the run may have made its tables.
      return gate(suite, frame);
    }
    if (request.command() == Request.Command.REPLAY) {
      new ReplayFlow(suite, sessions.of(suite), options(), request.lines());
      return () ->
          fresh(
              suite,
              frame,
              session -> new ReplayFlow(suite, session, options(), request.lines()).run());
    }
    if (request.command() == Request.Command.PURGE) {
      Duration older = request.older().orElseThrow();
      new PurgeFlow(suite, sessions.of(suite), older, request.dryRun());
      return () ->
          fresh(
              suite,
              frame,
              session -> new PurgeFlow(suite, session, older, request.dryRun()).run());
    }
    ReadySuite.Typed typed = new Typing(suite).type(Optional.empty()).orElse(null);
    if (typed == null) {
      return () -> Unreachable.report(frame, suite, new Failure("invalid", "not typed"));
    }
    Allowance.functions(typed.expect(), suite.database().connector(), suite.diagnostics());
    List<Expectation> lines =
        selection.of(Strictness.apply(typed.expectations(), request.failOnWarn()));
    Relation candidate = new Relation.Stored(typed.candidate().table(), typed.where());
    new Budget(suite).with(lines, candidate).check(candidate, sessions.of(suite));
    AuditSettings settings =
        AuditOptions.of(suite, typed.candidate(), lines, request.progress())
            .by(request.onlyUnmet() ? Rules.ALL : Rules.TELLING);
    return () ->
        fresh(
            suite,
            frame,
            session ->
                CheckFlow.run(
                    suite, typed, lines, settings, beside(suite, session), session, frame));
  }

  private CheckFlow.Beside beside(ReadySuite suite, Session leader) {
    int connections = suite.database().givesMore() ? jobs.connections() : 1;
    return new CheckFlow.Beside(sessions.beside(suite, leader), connections, given.staged());
  }

  // It reads a table that an earlier suite of this run will make: until then its text is all.
  private Supplier<SuiteReport> later(ReadySuite suite, SuiteReports.Frame frame) {
    Typing.lint(suite);
    return gate(suite, frame);
  }

  private Supplier<SuiteReport> gate(ReadySuite suite, SuiteReports.Frame frame) {
    return () -> fresh(suite, frame, session -> new GateFlow(suite, session, options()).run());
  }

  private GateFlow.GateOptions options() {
    return new GateFlow.GateOptions(
        id,
        request.dryRun(),
        request.failOnWarn(),
        given.staged(),
        given.step(),
        request.progress());
  }

  private interface Work {
    SuiteReport run(Session session);
  }

  private SuiteReport fresh(ReadySuite suite, SuiteReports.Frame frame, Work work) {
    try {
      suite.catalogue().refresh();
      return work.run(sessions.of(suite));
    } catch (InvalidInput invalid) {
      // Found late: after a load step, or after an earlier suite changed what this one reads.
      synchronized (diagnostics) {
        invalid.diagnostics().forEach(diagnostics::add);
      }
      return frame.report(
          Outcome.INVALID,
          "not valid: nothing was published",
          Optional.empty(),
          Optional.empty(),
          0,
          0,
          List.of(),
          Optional.empty());
    } catch (DatabaseFailure failure) {
      return Unreachable.report(frame, suite, failure.failure());
    } catch (SQLException failure) {
      return Unreachable.report(frame, suite, Failures.failure(failure).failure());
    }
  }

  private List<SuiteReport> carryOut(List<Supplier<SuiteReport>> runs) {
    return request.command().writes()
        ? Jobs.inTurn(runs, request.command() == Request.Command.GATE && !request.keepGoing())
        : jobs.carryOut(runs);
  }

  private Report report(List<SuiteReport> suites) {
    Outcome outcome = Outcome.worst(suites.stream().map(SuiteReport::outcome).toList());
    return new Report(
        id, started, elapsed(), outcome, exitCode(outcome), suites, diagnostics.all());
  }

  private int exitCode(Outcome outcome) {
    return given.interruption().requested() ? Report.INTERRUPTED : outcome.exitCode();
  }

  private Report invalid(InvalidInput invalid) {
    invalid.diagnostics().forEach(diagnostics::add);
    return new Report(
        id,
        started,
        elapsed(),
        Outcome.INVALID,
        Outcome.INVALID.exitCode(),
        List.of(),
        diagnostics.all());
  }

  private long elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }
}
