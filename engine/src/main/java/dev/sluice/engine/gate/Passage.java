package dev.sluice.engine.gate;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.audit.Audit;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.run.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way of a candidate through the gate, inside the open transaction: step, audit, policies,
 * write, ensure. It leaves by {@link Stop} or reaches its end; commit and rollback are the {@link
 * Gate}'s.
 */
final class Passage {

  private final GateTask task;
  private final Session session;
  private final Writing writing;
  private @Nullable Trial trial;
  private Relation.@Nullable Stored judged;
  private List<Finding> candidate = List.of();
  private List<Finding> ensure = List.of();
  private Optional<Long> rows = Optional.empty();
  private Map<String, Long> acted = Map.of();
  private final Map<String, Failure> faults = new HashMap<>();
  private Counts counts = Counts.NONE;

  Passage(GateTask task, Session session) {
    this.task = task;
    this.session = session;
    this.writing = new Writing(session);
  }

  void run() {
    if (task.step().isPresent()) {
      step(task.step().get());
    }
    Trial ready = new Groundwork(task, session, writing).rehearsed(task.trial().apply(session));
    trial = ready;
    Lot lot = lot(ready);
    judged = lot.all();
    audit(ready, lot.judged());
    Acting acting = Acting.of(candidate);
    if (acting.isEmpty()) {
      counts = Counts.untouched(rows.orElse(0L)).withPublished(rows.orElse(0L));
      Release release = new Release(task, session, writing, ready);
      if (ready.recall().isPresent()) {
        release.replay(lot.own(), counts);
      } else {
        release.write(lot.own(), counts);
      }
    } else {
      act(ready, lot, acting);
    }
    ensure(ready);
  }

  // A step that commits by itself would leave rows behind that a refusal cannot undo.
  private void step(GateTask.Step step) {
    Optional<String> before = transaction();
    step.run(session);
    Optional<String> after = transaction();
    if (!before.equals(after)) {
      throw new Stop(
          new Failure(
              "step_committed",
              "the load step ended the gate's transaction: it must not commit or roll back"));
    }
    session.judgeAgain();
  }

  private Optional<String> transaction() {
    return session.transactionId();
  }

  private Lot lot(Trial ready) {
    if (ready.recall().isPresent()) {
      return Lot.of(writing.recall(ready.candidate().table(), ready.recall().get()));
    }
    if (ready.identified()) {
      return Lot.of(ready.candidate());
    }
    Table copy = writing.copy(ready.candidate(), name("candidate"));
    return Lot.of(new Relation.Stored(copy, Optional.empty()));
  }

  private String name(String purpose) {
    return "sluice_" + purpose + "_" + task.runId().replace("-", "");
  }

  private void audit(Trial ready, Relation source) {
    Audit.Result result = Audit.of(ready.expect(), source, session, ready.audit());
    candidate = result.findings();
    rows = result.rows();
    if (result.hasErrors() || rows.isEmpty()) {
      throw new Stop(cannotJudge(candidate));
    }
    if (rows.get() == 0 && !task.allowEmpty() && ready.recall().isEmpty()) {
      throw new Stop(
          Outcome.FAILED,
          "the candidate has 0 rows: an empty load is refused unless `allow_empty: true`");
    }
    stopOn(candidate, Policy.Action.Fail.class, Outcome.FAILED);
    stopOn(candidate, Policy.Action.Rollback.class, Outcome.ROLLED_BACK);
  }

  private static Failure cannotJudge(List<Finding> findings) {
    List<Failure> errors =
        findings.stream().flatMap(each -> each.error().stream()).distinct().toList();
    if (errors.isEmpty()) {
      return new Failure("database", "the candidate's rows could not be counted");
    }
    long lines = findings.stream().filter(each -> each.error().isPresent()).count();
    return new Failure(
        errors.get(0).code(),
        Wording.count(lines, "lines") + " could not be judged: " + errors.get(0).message());
  }

  private static void stopOn(
      List<Finding> findings, Class<? extends Policy.Action> kind, Outcome outcome) {
    List<Finding> stopping = findings.stream().filter(each -> each.acts(kind)).toList();
    if (!stopping.isEmpty()) {
      String more =
          stopping.size() == 1 ? "" : " and " + Wording.count(stopping.size() - 1L, "more lines");
      throw new Stop(outcome, "not met: " + stopping.get(0).expectation().heading().id() + more);
    }
  }

  private void act(Trial ready, Lot lot, Acting acting) {
    Marks marks = acting.marks(name("marks"), session.compiler(), lot.standing());
    writing.mark(lot, marks);
    Marked.Tally tally = new Marked(acting, marks, session).count(rows.orElse(0L));
    counts = tally.counts();
    acted = tally.actedById();
    Relation.Repaired repaired =
        new Relation.Repaired(lot.all(), marks, acting.outFlags(), acting.repairs());
    new Repairs(session, ready).judge(acting, repaired, faults);
    ready.repairs().ifPresent(table -> trail(ready, acting, repaired, table));
    Release release = new Release(task, session, writing, ready);
    if (ready.recall().isPresent()) {
      release.replay(
          new Relation.Repaired(lot.own(), marks, acting.outFlags(), acting.repairs()), counts);
    } else {
      release.write(lot.own(), repaired, acting, counts);
    }
  }

  // A row without a key is told by all that it was.
  private void trail(Trial ready, Acting acting, Relation.Repaired repaired, Table table) {
    if (!acting.repairs().isEmpty()) {
      writing.create(table, RepairTrail.columns(session.connector().sql()));
      List<String> key = ready.audit().keys().isEmpty() ? ready.columns() : ready.audit().keys();
      new RepairTrail(session, task.runId(), task.now()).write(repaired, acting, table, key, acted);
    }
  }

  private void ensure(Trial ready) {
    if (ready.ensure().isEmpty()) {
      return;
    }
    Table target =
        writing.entry(ready.target()).map(CatalogueReader.Entry::table).orElse(ready.target());
    Audit.Result result =
        Audit.of(
            ready.ensure(),
            new Relation.Stored(target, Optional.empty()),
            session,
            ready.audit().over(target));
    ensure = result.findings();
    if (result.hasErrors()) {
      throw new Stop(cannotJudge(ensure));
    }
    stopOn(ensure, Policy.Action.Fail.class, Outcome.FAILED);
    stopOn(ensure, Policy.Action.Rollback.class, Outcome.ROLLED_BACK);
  }

  /** Judges the candidate again, line by line, after a failure that spoiled the transaction. */
  void attribute() {
    Trial ready = trial;
    if (ready == null
        || ready.recall().isPresent()
        || task.shape() == Shape.LOAD
        || session.capabilities().savepoints()) {
      return;
    }
    List<Expectation> lines = ready.expect();
    session.beginReading();
    Audit.Result result =
        Audit.of(lines, ready.candidate(), session, ready.audit().withoutSamples());
    session.rollback();
    if (result.hasErrors()) {
      candidate = result.findings();
    }
  }

  Counts counts() {
    return counts;
  }

  /** What is known of a candidate of which nothing was let through. */
  Counts untouched() {
    return Counts.untouched(rows.orElse(0L));
  }

  /**
   * A text that differs when the candidate does, as this gate leaves it behind. Only of a load with
   * a name, and of rows that stand somewhere before a step makes them.
   */
  Optional<String> fingerprint(Load load) {
    Relation.Stored left = judged;
    Trial ready = trial;
    if (load.batch().isEmpty() || task.shape() == Shape.LOAD || left == null || ready == null) {
      return Optional.empty();
    }
    return Optional.of(
        session.text(
            session
                .compiler()
                .fingerprint(task.shape() == Shape.IN_PLACE ? ready.candidate() : left)));
  }

  /** What is told of a passage that ended so. */
  GateResult result(Outcome outcome, String message, Optional<Failure> error, boolean through) {
    Counts told = through ? counts : Counts.NONE;
    return new GateResult(
        outcome,
        message,
        error,
        Optional.ofNullable(trial),
        rows,
        Optional.empty(),
        candidate,
        ensure,
        through ? acted : Map.of(),
        Map.copyOf(faults),
        told.published(),
        told.quarantined(),
        told.dropped(),
        told.defaulted(),
        false);
  }
}
