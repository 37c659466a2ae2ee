package dev.sluice.engine.run;

import java.util.ArrayList;
import java.util.List;

/** Ends a whole run from another thread, such as on Ctrl-C: all its sessions, those to come too. */
public final class Interruption {

  private final List<Cancellation> sessions = new ArrayList<>();
  private boolean requested;

  /** Cancels what is running and refuses what would come; what is open is rolled back. */
  public synchronized void request() {
    requested = true;
    sessions.forEach(Cancellation::stop);
  }

  public synchronized boolean requested() {
    return requested;
  }

  synchronized void reaches(Cancellation session) {
    sessions.add(session);
    if (requested) {
      session.stop();
    }
  }
}
