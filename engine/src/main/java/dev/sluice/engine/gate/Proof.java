package dev.sluice.engine.gate;

import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import java.sql.Connection;
import java.sql.SQLException;

/** What the ledger, read on another connection, says after a commit. */
enum Proof {
  PUBLISHED,
  ABSENT,
  UNREADABLE;

  private static final int ATTEMPTS = 5;

  /**
   * Reads the ledger; a passing fault is tried again.
   *
   * @param over whether the transaction is known to have ended. After a lost answer it may still be
   *     at work in the server: then the gate's lock, which it holds, tells when it has
   */
  static Proof of(
      GateTask task, Session session, Ledger ledger, Load load, String lockKey, boolean over) {
    for (int attempt = 1; true; attempt++) {
      try (Connection connection = task.another().open()) {
        Session reader = new Session(session.connector(), connection, session.deadline());
        reader.beginReading();
        if (isPublished(reader, ledger, load)) {
          return PUBLISHED;
        }
        reader.rollback();
        return over || !isPublishedAtLast(reader, ledger, load, lockKey) ? ABSENT : PUBLISHED;
      } catch (SQLException | DatabaseFailure failure) {
        if (attempt == ATTEMPTS || session.deadline().passed()) {
          return UNREADABLE;
        }
        LockWait.pause(attempt);
      }
    }
  }

  private static boolean isPublishedAtLast(
      Session reader, Ledger ledger, Load load, String lockKey) {
    try {
      new LockWait(reader, lockKey, false).acquire();
      return isPublished(reader, ledger, load);
    } finally {
      reader.connector().transactions().unlock(reader.connection(), lockKey);
    }
  }

  private static boolean isPublished(Session reader, Ledger ledger, Load load) {
    return ledger
        .own(reader, load)
        .filter(each -> each.state().equals(Ledger.State.PUBLISHED.word()))
        .isPresent();
  }
}
