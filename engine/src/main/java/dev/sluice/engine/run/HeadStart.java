package dev.sluice.engine.run;

import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.sql.Specimens;
import java.util.concurrent.CompletableFuture;
import jdk.jfr.FlightRecorder;
import org.jdbi.v3.core.statement.JdbiStatementEvent;

/**
 * What the first run of a process needs and no later one, done on another processor while arguments
 * and files are read and a database is opened: the JVM's flight recorder, which drivers and Jdbi
 * tell of their work, and the compiler.
 *
 * <p>Two threads that initialise the same classes in different orders can wait for each other for
 * ever. Therefore none of these libraries is used before what is done ahead of it has ended: {@link
 * #awaitRecorder} and {@link #awaitCompiler} wait for that, and for nothing where nothing was
 * begun.
 */
public final class HeadStart {

  private static volatile HeadStart begun = none();

  private final CompletableFuture<Void> recorder = new CompletableFuture<>();
  private final CompletableFuture<Void> compiler = new CompletableFuture<>();

  private HeadStart() {}

  private static HeadStart none() {
    HeadStart none = new HeadStart();
    none.end();
    return none;
  }

  /**
   * Begins; for a process that is about to run one thing, in sessions, which wait for it. With one
   * processor it does nothing.
   *
   * @param profile of the kind of database that is likeliest
   */
  public static void begin(SqlProfile profile) {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      HeadStart start = new HeadStart();
      begun = start;
      Thread thread = new Thread(() -> start.run(profile), "head start");
      thread.setDaemon(true);
      // what fails here fails again, and is told, where it is wanted
      thread.setUncaughtExceptionHandler((failed, failure) -> start.end());
      thread.start();
    }
  }

  /** Waits until drivers may be used. */
  public static void awaitRecorder() {
    begun.recorder.join();
  }

  /** Waits until SQL may be written and run. */
  public static void awaitCompiler() {
    begun.compiler.join();
  }

  private void run(SqlProfile profile) {
    if (FlightRecorder.isAvailable()) {
      FlightRecorder.register(JdbiStatementEvent.class);
    }
    recorder.complete(null);
    Specimens.compile(profile);
    end();
  }

  private void end() {
    recorder.complete(null);
    compiler.complete(null);
  }
}
