package dev.sluice.engine.run;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stops what a session runs, from another thread: Ctrl-C, or the watchdog when time is up. Once
 * stopped nothing runs any more.
 */
public final class Cancellation {

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicReference<java.sql.@Nullable Statement> running = new AtomicReference<>();

  /** Cancels the running statement, if any, and refuses all later ones. */
  public void stop() {
    stopped.set(true);
    cancelRunning();
  }

  /** Cancels the running statement alone. */
  void cancelRunning() {
    java.sql.Statement statement = running.get();
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException alreadyOver) {
        // The statement ended by itself in this moment: there is nothing left to cancel.
        return;
      }
    }
  }

  public boolean stopped() {
    return stopped.get();
  }

  void started(java.sql.Statement statement) {
    running.set(statement);
  }

  void ended() {
    running.set(null);
  }
}
