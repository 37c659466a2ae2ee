package dev.sluice.engine.flow;

import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.gate.Gate;
import dev.sluice.engine.gate.GateResult;
import dev.sluice.engine.gate.GateTask;
import dev.sluice.engine.gate.Shape;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.SuiteReport;
import dev.sluice.engine.report.Verdict;
import dev.sluice.engine.run.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts the quarantined rows of one suite through its gate again. */
final class ReplayFlow {

  private final ReadySuite suite;
  private final Session session;
  private final GateFlow.GateOptions options;
  private final Shape shape;
  private final List<String> target;
  private final List<String> ledger;
  private final Optional<QuarantineTable> quarantine;
  private final Optional<ReplayPlan.Planned> planned;
  private final String name;
  private final List<String> named;

  /**
   * Prepares the replay; what is wrong becomes diagnostics of the suite.
   *
   * @param lines ids: only rows that one of these put aside
   */
  ReplayFlow(ReadySuite suite, Session session, GateFlow.GateOptions options, List<String> lines) {
    this.suite = suite;
    this.session = session;
    this.options = options;
    this.named = List.copyOf(lines);
    this.shape = Gated.shape(suite.file(), false);
    Gated.persistent(suite, session.capabilities().persistent() || options.staged());
    SideTables tables = new SideTables(suite);
    this.target = tables.target();
    this.ledger = tables.ledger(target);
    Optional<CatalogueReader.Entry> existing =
        shape == Shape.PUBLISH
            ? new Typing(suite).optional(Gated.target(suite.file()))
            : new Typing(suite).candidate();
    suite.diagnostics().throwIfErrors();
    this.quarantine = tables.at(tables.quarantine(target).path()).map(QuarantineTable::new);
    this.name =
        suite
            .file()
            .quarantine()
            .map(Scalar::value)
            .orElse(Gated.target(suite.file()).value() + "_quarantine");
    ReplayPlan.Wanted wanted =
        new ReplayPlan.Wanted(
            shape, lines, options.runId(), options.failOnWarn(), options.progress());
    this.planned =
        quarantine.map(
            table ->
                reading(
                    () ->
                        new ReplayPlan(suite, session, table, ledger, wanted)
                            .plan(target, existing)));
    if (planned.isEmpty()) {
      Typing.lint(suite);
    }
  }

  private <T> T reading(Supplier<T> work) {
    return options.staged() ? work.get() : session.reading(work);
  }

  /**
   * Replays.
   *
   * @throws InvalidInput when what is there now does not fit
   */
  SuiteReport run() {
    if (planned.isEmpty()) {
      return nothing("there is no quarantine `" + name + "` yet: nothing to replay");
    }
    ReplayPlan.Planned plan = planned.get();
    long rows = reading(() -> count(plan.trial().recall().orElseThrow().onTrial()));
    long all =
        reading(() -> count(new Relation.Stored(plan.trial().quarantine(), Optional.empty())));
    String left =
        rows == all
            ? ""
            : "; "
                + Wording.count(all - rows, "other rows")
                + (all - rows == 1 ? " of the quarantine was" : " of the quarantine were")
                + " not judged"
                + reading(() -> why(plan));
    if (rows == 0) {
      return nothing(
          (all == 0
                  ? "the quarantine `" + name + "` is empty"
                  : "no row of the quarantine `" + name + "` is in question")
              + ": nothing to replay"
              + left);
    }
    GateTask task =
        new GateTask(
            options.runId(),
            suite.source().name(),
            shape,
            String.join(".", plan.trial().quarantine().path()),
            target,
            ledger,
            Optional.empty(),
            Fingerprint.of(suite.file().file().text()),
            true,
            options.dryRun(),
            options.staged(),
            suite.now(),
            Optional.empty(),
            session.capabilities().transactionalDefinitions()
                ? List.of()
                : new Foundations(suite).of(plan.trial(), ledger, options.staged()),
            open -> plan.trial(),
            suite.database()::connect);
    return reports(plan).of(new Gate(task, session).run(), Optional.empty(), left);
  }

  private long count(Relation rows) {
    return session.number(session.compiler().count(rows));
  }

  // A row that two lines put aside is not replayed for one of them alone.
  private String why(ReplayPlan.Planned plan) {
    List<String> needed = new ArrayList<>(named);
    plan.lines().order().stream()
        .filter(each -> plan.lines().keeping().contains(each) && !named.contains(each))
        .filter(each -> count(plan.rows().heldBackBy(each)) > 0)
        .forEach(needed::add);
    return needed.size() == named.size()
        ? ""
        : " (`"
            + needed.stream().map(ReplayFlow::option).collect(Collectors.joining(" "))
            + "` judges those that "
            + (needed.size() == 1 ? "it" : "they")
            + " put aside by `keeping`)";
  }

  // As a shell takes it: an id may be a sentence.
  private static String option(String id) {
    boolean plain = id.matches("[\\p{Alnum}_]+");
    return "--line " + (plain ? id : "'" + id.replace("'", "'\\''") + "'");
  }

  private GateReports reports(ReplayPlan.Planned plan) {
    List<String> order = new ArrayList<>(plan.lines().order());
    plan.trial().ensure().forEach(each -> order.add(each.heading().id()));
    return new GateReports(
        suite,
        session,
        shape,
        options.dryRun(),
        Optional.of(plan.trial()),
        Optional.of(new GateReports.Replayed(name, plan.lines().skipped(), order)));
  }

  private SuiteReport nothing(String message) {
    List<ExpectationReport> lines =
        Unreachable.lines(suite.source(), Verdict.SKIPPED, "nothing to replay", Optional.empty());
    GateResult result =
        new GateResult(
            options.dryRun() ? Outcome.PASSED : Outcome.PUBLISHED,
            message,
            Optional.empty(),
            Optional.empty(),
            Optional.of(0L),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            0,
            0,
            0,
            Map.of(),
            false);
    List<String> order = lines.stream().map(ExpectationReport::id).toList();
    return new GateReports(
            suite,
            session,
            shape,
            options.dryRun(),
            Optional.empty(),
            Optional.of(new GateReports.Replayed(name, List.of(), order)))
        .of(result, Optional.empty(), "");
  }
}
