package dev.sluice.engine.gate;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.run.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes old rows of a suite's quarantine and ledger, in one transaction and under the gate's
 * lock.
 */
public final class Purge {

  /** A run that says `running` may be alive for so long, whatever age is asked for. */
  private static final Duration ALIVE = Duration.ofDays(1);

  private final Task task;
  private final Session session;
  private final Ledger ledger;

  private Purge(Task task, Session session) {
    this.task = task;
    this.session = session;
    this.ledger = new Ledger(task.ledger());
  }

  /**
   * What is to go.
   *
   * @param candidate as the suite writes it
   * @param quarantine absent where there is none
   * @param before rows of a time before this
   * @param dryRun only counts
   */
  public record Task(
      List<String> target,
      String suite,
      String candidate,
      List<String> ledger,
      Optional<Table> quarantine,
      Instant before,
      boolean dryRun) {}

  /**
   * What went, or in a dry run would.
   *
   * @param rows of the quarantine
   * @param runs of the ledger
   * @param batches of these runs, those that published a named batch
   */
  public record Purged(long rows, long runs, long batches) {}

  /**
   * Purges.
   *
   * @throws dev.sluice.engine.run.DatabaseFailure when the database refuses; nothing is deleted
   *     then
   */
  public static Purged run(Task task, Session session) {
    return new Purge(task, session).run();
  }

  private Purged run() {
    String key = Gate.lockKey(task.target());
    new LockWait(session, key, false).acquire();
    try {
      Purged purged = work();
      if (!task.dryRun()) {
        session.commit();
      }
      return purged;
    } finally {
      session.rollback();
      session.connector().transactions().unlock(session.connection(), key);
    }
  }

  private Purged work() {
    // Whose a quarantined row is the ledger tells: so the quarantine goes first.
    long rows = task.quarantine().map(this::quarantined).orElse(0L);
    if (!ledger.exists(session)) {
      return new Purged(rows, 0, 0);
    }
    Instant alive = Instant.now().minus(ALIVE);
    OldRuns old =
        new OldRuns(
            ledger,
            String.join(".", task.target()),
            task.suite(),
            task.before(),
            task.before().isBefore(alive) ? task.before() : alive);
    OldRuns.Tally tally = old.count(session);
    if (!task.dryRun()) {
      old.delete(session);
    }
    return new Purged(rows, tally.runs(), tally.batches());
  }

  private long quarantined(Table quarantine) {
    List<Expression> all = new ArrayList<>(List.of(Quarantining.before(quarantine, task.before())));
    List<String> foreign =
        LedgerRuns.foreign(
            session, task.ledger(), quarantine, task.target(), task.suite(), task.candidate());
    if (!foreign.isEmpty()) {
      all.add(Quarantining.ofNoneOf(quarantine, foreign));
    }
    Optional<Expression> rows = Optional.of(new Expression.And(all));
    return task.dryRun()
        ? session.number(session.compiler().count(new Relation.Stored(quarantine, rows)))
        : session.update(session.compiler().deleteMatching(quarantine, rows));
  }
}
