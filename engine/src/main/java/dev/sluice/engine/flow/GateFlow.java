package dev.sluice.engine.flow;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.engine.gate.Gate;
import dev.sluice.engine.gate.GateResult;
import dev.sluice.engine.gate.GateTask;
import dev.sluice.engine.gate.Shape;
import dev.sluice.engine.gate.Trial;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.report.SuiteReport;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Progress;
import dev.sluice.engine.run.Session;
import java.util.List;
import java.util.Optional;

/** Gates one suite: what is refused before anything runs, the run, and what is told of it. */
final class GateFlow {

  private final ReadySuite suite;
  private final Session session;
  private final GateOptions options;
  private final Diagnostics diagnostics;
  private final Shape shape;
  private final GatePlan plan;
  private final List<String> target;
  private final List<String> ledger;
  private final Optional<LoadStep> script;
  private final Optional<Trial> typedBefore;
  private final List<GateTask.Foundation> foundations;

  /**
   * How gates of a run behave.
   *
   * @param staged the caller's own transaction is open
   * @param step a load step in Java, instead of a script
   */
  record GateOptions(
      String runId,
      boolean dryRun,
      boolean failOnWarn,
      boolean staged,
      Optional<GateTask.Step> step,
      Progress progress) {}

  /** Prepares the gate; what is wrong becomes diagnostics of the suite. */
  GateFlow(ReadySuite suite, Session session, GateOptions options) {
    this.suite = suite;
    this.session = session;
    this.options = options;
    this.diagnostics = suite.diagnostics();
    this.shape = Gated.shape(suite.file(), options.step().isPresent());
    Gated.persistent(suite, session.capabilities().persistent() || options.staged());
    stored();
    this.plan =
        new GatePlan(
            suite, shape, session.capabilities(), options.failOnWarn(), options.progress());
    SideTables tables = new SideTables(suite);
    this.target = tables.target();
    this.ledger = tables.ledger(target);
    this.script =
        options.step().isPresent() ? Optional.empty() : LoadStep.of(suite, session.capabilities());
    this.typedBefore = shape == Shape.LOAD ? Optional.empty() : Optional.of(trialWithin(session));
    if (shape == Shape.LOAD) {
      Typing.lint(suite);
    }
    this.foundations = foundations();
  }

  // A file's name need not be a table's: said before anything looks for a table of that name.
  private void stored() {
    if (shape != Shape.PUBLISH && suite.candidateIsFile()) {
      GatePlan.notStored(suite, "a file");
      diagnostics.throwIfErrors();
    }
  }

  // Where making a table commits, what the gate writes to must stand before it begins.
  private List<GateTask.Foundation> foundations() {
    if (session.capabilities().transactionalDefinitions()) {
      return List.of();
    }
    Foundations needed = new Foundations(suite);
    Trial trial =
        typedBefore.orElseGet(
            () -> {
              needed.requireCandidate();
              return plan.trial(target, ledger);
            });
    return needed.of(trial, ledger, options.staged());
  }

  /** The trial, where it is known before the run. */
  Optional<Trial> trial() {
    return typedBefore;
  }

  /**
   * Gates.
   *
   * @throws dev.sluice.dsl.diagnostic.InvalidInput when something is wrong, before anything ran or
   *     after the step was undone
   */
  SuiteReport run() {
    Optional<String> batch = suite.checker().batch();
    // A suite that waited for an earlier one of its run is looked at for the first time here.
    diagnostics.throwIfErrors();
    GateTask task =
        new GateTask(
            options.runId(),
            suite.source().name(),
            shape,
            suite.file().table().value(),
            target,
            ledger,
            batch,
            Fingerprint.of(suite.file().file().text() + script.map(LoadStep::text).orElse("")),
            suite.file().allowEmpty(),
            options.dryRun(),
            options.staged(),
            suite.now(),
            options.step().or(() -> script.map(LoadStep::step)),
            foundations,
            open -> typedBefore.orElseGet(() -> typedAfter(open)),
            suite.database()::connect);
    GateResult result = new Gate(task, session).run();
    return new GateReports(suite, session, shape, options.dryRun(), typedBefore, Optional.empty())
        .of(result, batch, result.alreadyPublished() ? since(result) : "");
  }

  // A rerun changes nothing, but says when it is not the same load any more. That it cannot tell
  // makes nothing of the batch less published.
  private String since(GateResult result) {
    try {
      return changed(result);
    } catch (DatabaseFailure unreadable) {
      return "";
    }
  }

  private String changed(GateResult result) {
    if (typedBefore.isEmpty() || options.staged()) {
      return "";
    }
    Relation.Stored candidate = typedBefore.get().candidate();
    session.beginReading();
    long rows = session.number(session.compiler().count(candidate));
    boolean same =
        result
            .fingerprint()
            .map(then -> then.equals(session.text(session.compiler().fingerprint(candidate))))
            .orElse(true);
    session.rollback();
    // In place the earlier run left fewer rows than it found.
    long then = shape == Shape.IN_PLACE ? result.published() : result.rows().orElse(rows);
    if (rows == then) {
      return same ? "" : "; the candidate has changed since";
    }
    return "; the candidate has changed since: "
        + Wording.count(rows, "rows")
        + " now, "
        + Wording.number(then)
        + " then";
  }

  // What the step made is read only now.
  private Trial typedAfter(Session open) {
    suite.catalogue().refresh();
    return trialWithin(open);
  }

  /** The trial, unless it costs more than the suite allows. */
  private Trial trialWithin(Session open) {
    Trial trial = plan.trial(target, ledger);
    new Budget(suite)
        .with(trial.expect(), trial.candidate())
        .with(trial.ensure(), new Relation.Stored(trial.target(), Optional.empty()))
        .check(trial.candidate(), open);
    diagnostics.throwIfErrors();
    return trial;
  }
}
