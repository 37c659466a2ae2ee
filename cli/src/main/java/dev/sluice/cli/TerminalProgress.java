package dev.sluice.cli;

import dev.sluice.dsl.diagnostic.TerminalText;
import dev.sluice.engine.run.Progress;
import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line on a terminal for work that takes longer than a second: which table, which scan of how
 * many, for how long. It is gone when the work is done.
 */
final class TerminalProgress implements Progress {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long TICK_MILLISECONDS = 250;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream terminal;
  private final int columns;
  private final LongSupplier nanoTime;

  private @Nullable String work;
  private long begun;
  private String shown = "";

  /** Progress that redraws itself where standard error is a terminal, else none. */
  static Progress where(Surroundings surroundings) {
    if (!surroundings.errIsTerminal() || !surroundings.canMoveCursor()) {
      return Progress.NONE;
    }
    TerminalProgress progress =
        new TerminalProgress(surroundings.err(), surroundings.columns(), System::nanoTime);
    ScheduledExecutorService ticker =
        Executors.newSingleThreadScheduledExecutor(TerminalProgress::thread);
    // The ticker ends with the program, and draws nothing while there is no work.
    var unused =
        ticker.scheduleWithFixedDelay(
            progress::draw, TICK_MILLISECONDS, TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
    return progress;
  }

  TerminalProgress(PrintStream terminal, int columns, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.columns = columns;
    this.nanoTime = nanoTime;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "progress");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized void scanning(String table, int scan, int of) {
    if (work == null) {
      begun = nanoTime.getAsLong();
    }
    work = TerminalText.visible(table) + ": scan " + scan + " of " + of;
  }

  @Override
  public synchronized void done() {
    work = null;
    if (!shown.isEmpty()) {
      terminal.print(CLEAR);
      terminal.flush();
      shown = "";
    }
  }

  /** Shows how far the work is, when there is any and it takes long. */
  synchronized void draw() {
    long elapsed = nanoTime.getAsLong() - begun;
    if (work != null && elapsed >= PATIENCE_NANOS) {
      String line = work + ", " + TimeUnit.NANOSECONDS.toSeconds(elapsed) + " s";
      if (!line.equals(shown)) {
        terminal.print(CLEAR + TerminalText.cut(line, columns - 1));
        terminal.flush();
        shown = line;
      }
    }
  }
}
