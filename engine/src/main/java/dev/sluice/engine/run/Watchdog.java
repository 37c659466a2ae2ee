package dev.sluice.engine.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Cancels statements that outlive the deadline: some drivers ignore their query timeout. One daemon
 * thread serves all sessions.
 */
final class Watchdog {

  private static final Duration GRACE = Duration.ofMillis(500);

  private static final Duration EACH = Duration.ofMillis(100);

  private static final ScheduledExecutorService THREAD =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "sluice-watchdog");
            thread.setDaemon(true);
            return thread;
          });

  private Watchdog() {}

  /**
   * Cancels the session's running statement when the deadline has passed, or the session was
   * stopped before the statement reached the database. It insists, until it is called off.
   *
   * @param lastWords whether a stopped session may still run it
   */
  static ScheduledFuture<?> watch(Cancellation cancellation, Deadline deadline, boolean lastWords) {
    // A little more than the database was given: its own message is the better one.
    long late = System.nanoTime() + deadline.remaining().plus(GRACE).toNanos();
    Runnable look =
        () -> {
          if (System.nanoTime() - late >= 0 || (cancellation.stopped() && !lastWords)) {
            cancellation.cancelRunning();
          }
        };
    return THREAD.scheduleWithFixedDelay(
        look, EACH.toMillis(), EACH.toMillis(), TimeUnit.MILLISECONDS);
  }
}
