package dev.sluice.engine.gate;

import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of a gate: the lock, the ledger, and the transaction around a {@link Passage}.
 *
 * <p>The order: a row `running` in a transaction of its own; then transactions that each try the
 * lock; in the one that got it the ledger is read, the work is done and the row becomes
 * `published`; commit; the row is read back on another connection. After a failed statement nothing
 * but a rollback is called.
 */
public final class Gate {

  private static final int ATTEMPTS = 20;

  private final GateTask task;
  private final Session session;
  private final Ledger ledger;
  private final Load load;
  private final String lockKey;
  private List<Ledger.Entry> unended = List.of();

  public Gate(GateTask task, Session session) {
    this.task = task;
    this.session = session;
    this.ledger = new Ledger(task.ledger());
    String target = String.join(".", task.target());
    this.load =
        new Load(
            UUID.randomUUID().toString(),
            task.runId(),
            task.suite(),
            task.candidate(),
            target,
            task.batch(),
            task.fingerprint());
    this.lockKey = lockKey(task.target());
  }

  /** What is locked while a target is worked on. */
  static String lockKey(List<String> target) {
    return "sluice:" + String.join(".", target);
  }

  /** Runs the gate. What the database refuses becomes a result, never an exception. */
  public GateResult run() {
    Passage passage = new Passage(task, session);
    boolean announced = false;
    try {
      if (!task.staged() && !task.dryRun()) {
        Optional<Ledger.Entry> done = announce();
        if (done.isPresent()) {
          return already(done.get());
        }
        announced = true;
        new Groundwork(task, session, new Writing(session)).lay();
      }
      return locked(passage, announced);
    } catch (DatabaseFailure failure) {
      return refused(
          passage,
          Outcome.ERROR,
          Optional.of(failure.failure()),
          failure.failure().message(),
          announced);
    }
  }

  // A look before anything is written: a rerun of a published batch leaves no trace.
  private Optional<Ledger.Entry> announce() {
    for (int attempt = 1; true; attempt++) {
      session.beginWriting();
      boolean there = false;
      try {
        there = ledger.exists(session);
        Optional<Ledger.Entry> done = ledger.published(session, load);
        if (done.isPresent()) {
          session.rollback();
          return done;
        }
        ledger.create(session);
        unended = ledger.unended(session, load);
        ledger.running(session, load, Instant.now());
        session.commit();
        return Optional.empty();
      } catch (DatabaseFailure failure) {
        session.rollback();
        // Of two first gates that make the ledger at once the database refuses one.
        if (there || attempt == ATTEMPTS) {
          throw failure;
        }
        LockWait.pause();
      }
    }
  }

  private GateResult locked(Passage passage, boolean announced) {
    if (task.staged()) {
      session.join();
    }
    new LockWait(session, lockKey, task.staged()).acquire();
    try {
      Optional<Ledger.Entry> done = ledger.published(session, load);
      if (done.isPresent()) {
        return nothingToDo(done.get(), announced);
      }
      passage.run();
      return finish(passage);
    } catch (InvalidInput invalid) {
      // Found only after the step, on what it made: the step is undone, and nothing was judged.
      refused(passage, Outcome.INVALID, Optional.empty(), "the suite does not fit", announced);
      throw invalid;
    } catch (Stop stop) {
      return refused(passage, stop.outcome(), stop.failure(), stop.message(), announced);
    } finally {
      session.connector().transactions().unlock(session.connection(), lockKey);
    }
  }

  private GateResult nothingToDo(Ledger.Entry done, boolean announced) {
    if (!task.staged()) {
      session.rollback();
    }
    if (announced) {
      own(() -> ledger.forget(session, load));
    }
    return already(done);
  }

  // Best effort, after the end of this one: a row that says `running` for ever would worry people.
  // Those that were there before this one and have not ended by now are of runs that were killed.
  private String settled() {
    List<String> runs = new ArrayList<>();
    if (!unended.isEmpty()) {
      quietly(() -> own(() -> runs.addAll(ledger.settle(session, load, unended, Instant.now()))));
    }
    return runs.isEmpty()
        ? ""
        : "; run "
            + String.join(", ", runs)
            + " of the same load had not ended: its row in the ledger says `failed` now";
  }

  private GateResult finish(Passage passage) {
    if (task.dryRun()) {
      session.rollback();
      return passage.result(
          Outcome.PASSED, "dry run: everything was undone", Optional.empty(), true);
    }
    if (task.staged()) {
      ledger.create(session);
      ledger.running(session, load, Instant.now());
    }
    ledger.ended(
        session,
        load,
        Ledger.State.PUBLISHED,
        passage.counts(),
        passage.fingerprint(load),
        "published",
        Instant.now());
    if (task.staged()) {
      return passage.result(
          Outcome.STAGED,
          "staged: it is published when the caller commits",
          Optional.empty(),
          true);
    }
    return committed(passage);
  }

  private GateResult committed(Passage passage) {
    Optional<DatabaseFailure> answer = Optional.empty();
    try {
      session.commit();
    } catch (DatabaseFailure lost) {
      answer = Optional.of(lost);
    }
    session.lastWords();
    Proof proof = Proof.of(task, session, ledger, load);
    if (proof == Proof.PUBLISHED) {
      return passage.result(Outcome.PUBLISHED, "published" + settled(), Optional.empty(), true);
    }
    String words = answer.map(each -> ": " + each.failure().message()).orElse("");
    if (proof == Proof.ABSENT) {
      Failure failure =
          new Failure("not_committed", "the commit kept nothing, the target is unchanged" + words);
      return refused(passage, Outcome.ERROR, Optional.of(failure), failure.message(), true);
    }
    Failure failure =
        new Failure(
            "unknown",
            "the answer to the commit was lost, and the ledger could not be read"
                + words
                + "; run the same batch again: it settles what happened");
    Proof.lost(task, session, ledger, load, failure.message());
    return passage.result(Outcome.UNKNOWN, failure.message(), Optional.of(failure), false);
  }

  private GateResult refused(
      Passage passage,
      Outcome outcome,
      Optional<Failure> failure,
      String message,
      boolean announced) {
    if (task.staged()) {
      quietly(session::undoJoined);
      return passage.result(outcome, message, failure, false);
    }
    boolean spoiled = session.isBroken();
    quietly(session::rollback);
    if (spoiled && !session.deadline().passed() && !session.cancellation().stopped()) {
      quietly(passage::attribute);
    }
    session.lastWords();
    String more = "";
    if (announced) {
      Ledger.State state =
          outcome == Outcome.ROLLED_BACK ? Ledger.State.ROLLED_BACK : Ledger.State.FAILED;
      quietly(
          () ->
              own(
                  () ->
                      ledger.ended(
                          session,
                          load,
                          state,
                          passage.untouched(),
                          Optional.empty(),
                          message,
                          Instant.now())));
      more = settled();
    }
    return passage.result(outcome, message + more, failure, false);
  }

  private void own(Runnable work) {
    session.beginWriting();
    try {
      work.run();
      session.commit();
    } catch (DatabaseFailure failure) {
      session.rollback();
      throw failure;
    }
  }

  // After a refusal: what fails here must not hide why the gate refused. The row stays `running`
  // and the next run settles it.
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (DatabaseFailure alreadyRefused) {
      return;
    }
  }

  private GateResult already(Ledger.Entry done) {
    String changed =
        load.fingerprint().equals(done.suiteFingerprint()) ? "" : "; the suite has changed since";
    return new GateResult(
        Outcome.PUBLISHED,
        "batch `"
            + load.batch().orElse("")
            + "` was already published by run "
            + done.runId()
            + ": nothing was done"
            + changed,
        Optional.empty(),
        Optional.empty(),
        Optional.of(done.candidateRows()),
        Optional.ofNullable(done.candidateFingerprint()),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        done.published(),
        done.quarantined(),
        done.dropped(),
        Map.of(),
        true);
  }
}
