package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The program: the process's streams and its exit code around {@link Sluice}. */
public final class Main {

  private Main() {}

  /**
   * Runs the command line and ends the process. The launcher says by system properties what it
   * knows better than Java does: {@code sluice.out.terminal}, {@code sluice.err.terminal}, {@code
   * sluice.columns}.
   */
  public static void main(String[] arguments) {
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
    AtomicBoolean ended = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> tellInterrupted(ended, surroundings), "interrupted"));
    int exitCode = Sluice.run(surroundings, new RealEngine(), List.of(arguments));
    ended.set(true);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  // An interrupted process ends with exit code 130 by itself; the database undoes what is open.
  private static void tellInterrupted(AtomicBoolean ended, Surroundings surroundings) {
    if (!ended.get()) {
      surroundings.err().print(surroundings.errIsTerminal() ? "\r\u001b[K" : "");
      surroundings.err().println("interrupted: what was not committed is undone");
      surroundings.err().flush();
    }
  }

  // UTF-8 whatever the locale: a report that cron mails must not turn names into question marks.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, UTF_8);
  }
}
