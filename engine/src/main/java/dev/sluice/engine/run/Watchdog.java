package dev.sluice.engine.run;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Cancels statements that outlive the deadline: some drivers ignore their query timeout. One daemon
 * thread serves all sessions.
 */
final class Watchdog {

  private static final ScheduledExecutorService THREAD =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "sluice-watchdog");
            thread.setDaemon(true);
            return thread;
          });

  private Watchdog() {}

  /** Cancels the session's running statement when the deadline has passed. */
  static ScheduledFuture<?> watch(Cancellation cancellation, Deadline deadline) {
    // Half a second more than the database was given: its own message is the better one.
    long delay = deadline.remaining().toMillis() + 500;
    return THREAD.schedule(cancellation::cancelRunning, delay, TimeUnit.MILLISECONDS);
  }
}
