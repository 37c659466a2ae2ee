package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.TextFiles;
import dev.sluice.engine.gate.Gate;
import dev.sluice.engine.gate.GateResult;
import dev.sluice.engine.gate.GateTask;
import dev.sluice.engine.gate.Shape;
import dev.sluice.engine.gate.Trial;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.GateReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.SuiteReport;
import dev.sluice.engine.report.Verdict;
import dev.sluice.engine.run.Progress;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.script.LoadScript;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
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
  private final Optional<GateTask.Step> step;
  private final Optional<Trial> typedBefore;
  private final List<GateTask.Foundation> foundations;
  private String scriptText = "";

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
    this.shape = shape(suite.file(), options.step().isPresent());
    persistent();
    stored();
    this.plan =
        new GatePlan(
            suite, shape, session.capabilities(), options.failOnWarn(), options.progress());
    this.target = plan.targetPath();
    this.ledger = ledger();
    this.step = options.step().isPresent() ? options.step() : script();
    this.typedBefore = shape == Shape.LOAD ? Optional.empty() : Optional.of(trialWithin(session));
    if (shape == Shape.LOAD) {
      Typing.lint(suite);
    }
    this.foundations = foundations();
  }

  private static Shape shape(SuiteFile file, boolean stepGiven) {
    if (file.publish().isPresent()) {
      return Shape.PUBLISH;
    }
    return file.load().isPresent() || stepGiven ? Shape.LOAD : Shape.IN_PLACE;
  }

  // What an in-memory database holds is gone with the process: a gate into it protects nobody.
  private void persistent() {
    if (!session.capabilities().persistent() && !options.staged()) {
      Scalar at = at();
      diagnostics.add(
          Diagnostic.error(
                  Code.E0604,
                  "the target lies in an in-memory database, which ends with this run",
                  at.file(),
                  at.span())
              .help("name a `connection:`, such as `jdbc:duckdb:warehouse.db`"));
    }
  }

  private Scalar at() {
    return suite.file().publish().map(SuiteFile.PublishEntry::into).orElse(suite.file().table());
  }

  // A file's name need not be a table's: said before anything looks for a table of that name.
  private void stored() {
    if (shape != Shape.PUBLISH && suite.candidateIsFile()) {
      GatePlan.notStored(suite, "a file");
      diagnostics.throwIfErrors();
    }
  }

  private List<String> ledger() {
    return suite
        .source()
        .configuration()
        .flatMap(each -> each.ledger())
        .flatMap(plan::path)
        .orElseGet(() -> plan.beside(target, suite.database().connector().sql().folded("sluice_ledger")));
  }

  // Where making a table commits, what the gate writes to must stand before it begins.
  private List<GateTask.Foundation> foundations() {
    if (session.capabilities().transactionalDefinitions()) {
      return List.of();
    }
    Foundations absent = new Foundations(suite, at());
    Trial trial =
        typedBefore.orElseGet(
            () -> {
              absent.requireCandidate();
              return plan.trial(target, ledger);
            });
    List<GateTask.Foundation> needed = absent.of(trial);
    if (options.staged()) {
      absent.refuse(needed, ledger);
    }
    diagnostics.throwIfErrors();
    return needed;
  }

  private Optional<GateTask.Step> script() {
    if (suite.file().load().isEmpty()) {
      return Optional.empty();
    }
    Scalar written = suite.file().load().get();
    Optional<SourceFile> text =
        TextFiles.read(
            suite.source().directory().resolve(written.value()), written.value(), diagnostics);
    scriptText = text.map(SourceFile::text).orElse("");
    List<Statement> statements =
        text.map(
                each ->
                    LoadScript.statements(
                        each,
                        suite.parameters(),
                        !session.capabilities().transactionalDefinitions(),
                        diagnostics))
            .orElse(List.of());
    return Optional.of(open -> statements.forEach(open::execute));
  }

  /** The trial, where it is known before the run. */
  Optional<Trial> trial() {
    return typedBefore;
  }

  SuiteReport run() {
    Optional<String> batch = suite.checker().batch();
    GateTask task =
        new GateTask(
            options.runId(),
            suite.source().name(),
            shape,
            suite.file().table().value(),
            target,
            ledger,
            batch,
            Fingerprint.of(suite.file().file().text() + scriptText),
            suite.file().allowEmpty(),
            options.dryRun(),
            options.staged(),
            suite.now(),
            step,
            foundations,
            open -> typedBefore.orElseGet(() -> typedAfter(open)),
            suite.database()::connect);
    GateResult result = new Gate(task, session).run();
    return report(result, batch, result.alreadyPublished() ? changed(result) : "");
  }

  // A rerun changes nothing, but says when it is not the same load any more.
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

  private SuiteReport report(GateResult result, Optional<String> batch, String more) {
    List<ExpectationReport> lines = lines(result);
    Outcome outcome = outcome(result, lines);
    GateReport gate =
        new GateReport(
            shape.word(),
            mode(),
            at().value(),
            result.published(),
            result.quarantined() > 0
                ? result.trial().map(each -> session.compiler().quoted(each.quarantine()))
                : Optional.empty(),
            result.quarantined(),
            result.dropped(),
            result.defaulted(),
            batch,
            result.alreadyPublished());
    String counts = lines.isEmpty() ? "" : " (" + SuiteReports.counts(lines) + ")";
    return new SuiteReports.Frame(suite.source(), suite.database().shown())
        .report(
            outcome,
            result.message() + more + counts,
            result.error(),
            result.rows(),
            session.scans(),
            session.sampleScans(),
            lines,
            Optional.of(gate));
  }

  // A dry run publishes nothing: it ends as a check would.
  private Outcome outcome(GateResult result, List<ExpectationReport> lines) {
    return options.dryRun() && result.outcome() == Outcome.PASSED
        ? SuiteReports.outcome(lines)
        : result.outcome();
  }

  private Optional<String> mode() {
    if (shape != Shape.PUBLISH) {
      return Optional.empty();
    }
    Optional<String> mode =
        suite.file().publish().flatMap(SuiteFile.PublishEntry::mode).map(Scalar::value);
    return Optional.of(mode.orElse("append"));
  }

  private List<ExpectationReport> lines(GateResult result) {
    List<ExpectationReport> lines = new ArrayList<>();
    if (result.candidate().isEmpty()) {
      lines.addAll(unjudged(result));
    }
    for (Finding finding : result.candidate()) {
      lines.add(told(finding, result));
    }
    if (result.ensure().isEmpty() && !result.candidate().isEmpty()) {
      result
          .trial()
          .ifPresent(
              trial ->
                  trial
                      .ensure()
                      .forEach(
                          each ->
                              lines.add(
                                  Telling.skipped(each, "not reached: nothing was written"))));
    }
    for (Finding finding : result.ensure()) {
      lines.add(told(finding, result));
    }
    return lines;
  }

  private static ExpectationReport told(Finding finding, GateResult result) {
    String id = finding.expectation().heading().id();
    return Telling.gated(
        finding, result.acted().getOrDefault(id, 0L), Optional.ofNullable(result.faults().get(id)));
  }

  private List<ExpectationReport> unjudged(GateResult result) {
    Optional<Failure> error = result.alreadyPublished() ? Optional.empty() : result.error();
    Verdict verdict = error.isPresent() ? Verdict.ERROR : Verdict.SKIPPED;
    List<Expectation> known = new ArrayList<>();
    typedBefore.ifPresent(
        trial -> {
          known.addAll(trial.expect());
          known.addAll(trial.ensure());
        });
    if (known.isEmpty()) {
      return Unreachable.lines(suite.source(), verdict, result.message(), error);
    }
    return known.stream()
        .map(
            each ->
                Telling.unjudged(
                    each.heading(), Telling.level(each), verdict, result.message(), error))
        .toList();
  }
}
