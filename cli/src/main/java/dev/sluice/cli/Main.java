package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.connectors.duckdb.DuckDbConnector;
import dev.sluice.engine.run.HeadStart;
import dev.sluice.engine.run.Interruption;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The program: the process's streams and its exit code around {@link Sluice}. */
public final class Main {

  // longer than the last words of a gate take
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final long STACK = 64L << 20;

  private Main() {}

  /**
   * Runs the command line and ends the process. The launcher says by system properties what it
   * knows better than Java does: {@code sluice.out.terminal}, {@code sluice.err.terminal}, {@code
   * sluice.columns}.
   */
  public static void main(String[] arguments) {
    if (arguments.length > 1 && Sluice.hasSessions(arguments[0])) {
      HeadStart.begin(new DuckDbConnector().sql());
    }
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Surroundings surroundings =
        new Surroundings(
            out,
            err,
            Boolean.getBoolean("sluice.out.terminal"),
            Boolean.getBoolean("sluice.err.terminal"),
            Integer.getInteger("sluice.columns", Surroundings.COLUMNS),
            System.getenv(),
            Path.of("").toAbsolutePath());
    Interruption interruption = new Interruption();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> end(interruption, ended, err), "interrupted"));
    int exitCode =
        onADeepStack(
            () -> Sluice.run(surroundings, new RealEngine(interruption), List.of(arguments)));
    out.flush();
    err.flush();
    ended.countDown();
    System.exit(exitCode);
  }

  // DuckDB walks through statements by recursion, on the stack of the thread that calls it: where
  // that ends, so does the process, without a word.
  private static int onADeepStack(Supplier<Integer> run) {
    FutureTask<Integer> task = new FutureTask<>(run::get);
    new Thread(null, task, "sluice", STACK).start();
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  // On Ctrl-C the run is ended, undoes what is open, and reports as ever what state the target is
  // in; the process then ends with the signal's own exit code, 130.
  private static void end(Interruption interruption, CountDownLatch ended, PrintStream err) {
    if (ended.getCount() == 0) {
      return;
    }
    interruption.request();
    try {
      if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        err.println("interrupted: the database did not answer; it undoes what was not committed");
      }
    } catch (InterruptedException atOnce) {
      Thread.currentThread().interrupt();
    }
    err.flush();
  }

  // UTF-8 whatever the locale: a report that cron mails must not turn names into question marks.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, UTF_8);
  }
}
