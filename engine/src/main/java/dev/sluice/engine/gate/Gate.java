package dev.sluice.engine.gate;

import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import java.time.Instant;
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
  private final Aftermath aftermath;
  private List<Ledger.Entry> unended = List.of();
  private boolean announced;
  private boolean holdsLock;

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
    this.aftermath = new Aftermath(task, session, ledger, load, lockKey);
  }

  /** What is locked while a target is worked on. */
  static String lockKey(List<String> target) {
    return "sluice:" + String.join(".", target);
  }

  /** Runs the gate. What the database refuses becomes a result, never an exception. */
  public GateResult run() {
    Passage passage = new Passage(task, session);
    try {
      if (!task.staged() && !task.dryRun()) {
        Optional<Ledger.Entry> done = announce();
        if (done.isPresent()) {
          // It has published, and may have been killed before it could tell of those before it.
          return already(done.get(), aftermath.settled(unended, false));
        }
        new Groundwork(task, session, new Writing(session)).lay();
      }
      return locked(passage);
    } catch (DatabaseFailure failure) {
      return refused(passage, failure);
    }
  }

  // A look before anything is written: a rerun of a published batch leaves no row of its own.
  private Optional<Ledger.Entry> announce() {
    for (int attempt = 1; true; attempt++) {
      session.beginWriting();
      boolean there = false;
      try {
        there = ledger.exists(session);
        Optional<Ledger.Entry> done = ledger.published(session, load);
        if (done.isPresent()) {
          unended = ledger.unended(session, load);
          session.rollback();
          return done;
        }
        ledger.create(session);
        // It is there already when the answer to the commit of the last attempt was lost.
        if (!announced || ledger.own(session, load).isEmpty()) {
          unended = ledger.unended(session, load);
          announced = true;
          ledger.running(session, load, Instant.now());
        }
        session.commit();
        return Optional.empty();
      } catch (DatabaseFailure failure) {
        session.rollback();
        // Of two first gates that make the ledger at once the database refuses one.
        if (there || attempt == ATTEMPTS) {
          throw failure;
        }
        LockWait.pause(1);
      }
    }
  }

  private GateResult locked(Passage passage) {
    if (task.staged()) {
      session.join();
    }
    try {
      new LockWait(session, lockKey, task.staged()).acquire();
      holdsLock = session.connector().transactions().lockOutlivesTransaction();
      Optional<Ledger.Entry> done = ledger.published(session, load);
      if (done.isPresent()) {
        return nothingToDo(done.get());
      }
      passage.run();
      return finish(passage);
    } catch (InvalidInput invalid) {
      // Found only after the step, on what it made: the step is undone, and nothing was judged.
      refused(passage, Outcome.INVALID, Optional.empty(), "the suite does not fit");
      throw invalid;
    } catch (Stop stop) {
      return refused(passage, stop.outcome(), stop.failure(), stop.message());
    } catch (DatabaseFailure failure) {
      return refused(passage, failure);
    } finally {
      unlock();
    }
  }

  private void unlock() {
    session.connector().transactions().unlock(session.connection(), lockKey);
  }

  private GateResult nothingToDo(Ledger.Entry done) {
    if (!task.staged()) {
      undo();
    }
    String more = "";
    if (announced) {
      aftermath.forgotten();
      more = aftermath.settled(unended, holdsLock);
    }
    return already(done, more);
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
    boolean over = true;
    try {
      session.commit();
    } catch (DatabaseFailure lost) {
      answer = Optional.of(lost);
      over = undo();
    }
    if (!over) {
      // Whoever gets the lock then knows that nothing is at work any more.
      unlock();
      holdsLock = false;
    }
    session.lastWords();
    Proof proof = Proof.of(task, session, ledger, load, lockKey, over);
    if (proof == Proof.PUBLISHED) {
      String message = "published" + aftermath.settled(unended, holdsLock);
      return passage.result(Outcome.PUBLISHED, message, Optional.empty(), true);
    }
    String words = answer.map(each -> ": " + each.failure().message()).orElse("");
    if (proof == Proof.ABSENT) {
      Failure failure =
          new Failure("not_committed", "the commit kept nothing, the target is unchanged" + words);
      return refused(passage, Outcome.ERROR, Optional.of(failure), failure.message());
    }
    String what =
        answer.isPresent() ? "the answer to the commit was lost, and" : "after the commit";
    Failure failure =
        new Failure(
            "unknown",
            what
                + " the ledger could not be read"
                + words
                + "; run the same batch again: it settles what happened");
    aftermath.unknown(failure.message());
    return passage.result(Outcome.UNKNOWN, failure.message(), Optional.of(failure), false);
  }

  private GateResult refused(Passage passage, DatabaseFailure failure) {
    return refused(
        passage, Outcome.ERROR, Optional.of(failure.failure()), failure.failure().message());
  }

  private GateResult refused(
      Passage passage, Outcome outcome, Optional<Failure> failure, String message) {
    if (task.staged()) {
      quietly(session::undoJoined);
      return passage.result(outcome, message, failure, false);
    }
    boolean spoiled = session.isBroken();
    undo();
    if (spoiled && !session.deadline().passed() && !session.cancellation().stopped()) {
      quietly(passage::attribute);
    }
    session.lastWords();
    String more = "";
    if (announced) {
      Ledger.State state =
          outcome == Outcome.ROLLED_BACK ? Ledger.State.ROLLED_BACK : Ledger.State.FAILED;
      aftermath.refused(state, passage.untouched(), message);
      more = aftermath.settled(unended, holdsLock);
    }
    return passage.result(outcome, message + more, failure, false);
  }

  // Whether the database said that the transaction is undone; else it will be, with its connection.
  private boolean undo() {
    quietly(session::rollback);
    if (session.isOpen()) {
      session.abandon();
    }
    return !session.isOpen();
  }

  // After a refusal: what fails here must not hide why the gate refused.
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (DatabaseFailure alreadyRefused) {
      return;
    }
  }

  private GateResult already(Ledger.Entry done, String more) {
    String changed =
        load.fingerprint().equals(done.suiteFingerprint()) ? "" : "; the suite has changed since";
    return new GateResult(
        Outcome.PUBLISHED,
        "batch `"
            + load.batch().orElse("")
            + "` was already published by run "
            + done.runId()
            + ": nothing was done"
            + changed
            + more,
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
