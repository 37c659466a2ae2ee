package dev.sluice.engine.gate;

import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Failures;
import dev.sluice.engine.run.Session;
import java.sql.SQLException;

/** Waits for the gate's lock: each try is a transaction of its own, and the last one is kept. */
final class LockWait {

  private static final long PAUSE_MILLIS = 50;

  private final Session session;
  private final String key;
  private final boolean joined;

  /**
   * @param joined the open transaction is the caller's: it is neither begun nor undone here
   */
  LockWait(Session session, String key, boolean joined) {
    this.joined = joined;
    this.session = session;
    this.key = key;
  }

  /**
   * Leaves the session in the writing transaction that holds the lock.
   *
   * @throws DatabaseFailure with code {@code busy} when the deadline passes first
   */
  void acquire() {
    while (true) {
      session.keepGoing();
      if (!joined) {
        session.beginWriting();
      }
      if (tried()) {
        if (!joined && session.connector().transactions().lockOutlivesTransaction()) {
          // The try itself may have fixed the snapshot while the last holder still wrote.
          session.rollback();
          session.beginWriting();
        }
        return;
      }
      if (!joined) {
        session.rollback();
      }
      if (session.deadline().remaining().toMillis() <= PAUSE_MILLIS) {
        throw new DatabaseFailure("busy", "another gate holds the target; nothing was changed");
      }
      pause();
    }
  }

  private boolean tried() {
    try {
      return session.connector().transactions().tryLock(session.connection(), key);
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }

  /** Waits a moment before another try. */
  static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted();
    }
  }
}
