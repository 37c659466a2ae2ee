package dev.sluice.engine.gate;

import dev.sluice.engine.connector.Transactions;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Failures;
import dev.sluice.engine.run.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is written to the ledger when the gate's transaction has ended, in transactions of their
 * own. What fails here must not hide how the gate ended: a row then stays `running`, and the next
 * run settles it.
 */
final class Aftermath {

  private final GateTask task;
  private final Session session;
  private final Ledger ledger;
  private final Load load;
  private final String lockKey;

  Aftermath(GateTask task, Session session, Ledger ledger, Load load, String lockKey) {
    this.task = task;
    this.session = session;
    this.ledger = ledger;
    this.load = load;
    this.lockKey = lockKey;
  }

  /** A run that let nothing through. */
  void refused(Ledger.State state, Counts counts, String message) {
    own(
        open -> ledger.ended(open, load, state, counts, Optional.empty(), message, Instant.now()),
        false);
  }

  /** A run of which is not known how it ended: whoever looks next need not wait for it. */
  void unknown(String message) {
    own(open -> ledger.lost(open, load, message), false);
  }

  /** A run that turned out to have nothing to do. */
  void forgotten() {
    own(open -> ledger.forget(open, load), false);
  }

  /**
   * Rows that said `running` before this run, and still do, are of runs that were killed. It is
   * looked under the gate's lock: who waits for it has not begun, who works holds it.
   *
   * @param held whether this gate holds the lock beyond its transaction
   * @return what to tell of it
   */
  String settled(List<Ledger.Entry> unended, boolean held) {
    if (unended.isEmpty()) {
      return "";
    }
    Set<String> runs = new LinkedHashSet<>();
    own(
        open -> {
          if (held || locks(open)) {
            runs.addAll(ledger.settle(open, load, unended, Instant.now()));
          }
        },
        !held);
    return runs.isEmpty()
        ? ""
        : "; run "
            + String.join(", ", runs)
            + " of the same load had not ended: its row in the ledger says `failed` now";
  }

  private boolean locks(Session open) {
    try {
      return transactions().tryLock(open.connection(), lockKey);
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }

  private Transactions transactions() {
    return session.connector().transactions();
  }

  private void own(Consumer<Session> work, boolean unlocks) {
    if (!session.isOpen() && wrote(session, work, unlocks)) {
      return;
    }
    // Its transaction could not be ended, or it is lost: what were written there might be kept with
    // what was refused.
    session.abandon();
    try (Connection other = task.another().open()) {
      wrote(new Session(session.connector(), other, session.deadline()), work, unlocks);
    } catch (SQLException | DatabaseFailure lost) {
      return;
    }
  }

  private boolean wrote(Session open, Consumer<Session> work, boolean unlocks) {
    try {
      open.beginWriting();
      work.accept(open);
      open.commit();
      return true;
    } catch (DatabaseFailure failure) {
      undo(open);
      return false;
    } finally {
      if (unlocks) {
        transactions().unlock(open.connection(), lockKey);
      }
    }
  }

  private static void undo(Session open) {
    try {
      open.rollback();
    } catch (DatabaseFailure lost) {
      // It goes with its connection.
      open.abandon();
    }
  }
}
