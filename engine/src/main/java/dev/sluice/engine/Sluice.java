package dev.sluice.engine;

import dev.sluice.engine.flow.Run;
import dev.sluice.engine.gate.GateTask;
import dev.sluice.engine.prepare.CallerSources;
import dev.sluice.engine.prepare.Source;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Interruption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * The gate as a library: suites against one database.
 *
 * <p>Whatever goes wrong with data, suite or database is in the {@link Report} that is returned;
 * only {@link GateRefused} is thrown, where the transaction is the caller's.
 */
public final class Sluice {

  private final Optional<String> url;
  private final Optional<Source> source;
  private final boolean staged;

  private Sluice(Optional<String> url, Optional<Source> source, boolean staged) {
    this.url = url;
    this.source = source;
    this.staged = staged;
  }

  /** An ETL step in Java. It writes through the handle and must not end its transaction. */
  @FunctionalInterface
  public interface Step {

    /**
     * Loads.
     *
     * @throws Exception anything: the step is undone, the outcome is {@code error}
     */
    void load(Handle handle) throws Exception;
  }

  /** Works on the database of a JDBC URL, or of a name in {@code sluice.yml}. */
  public static Sluice open(String connection) {
    return new Sluice(Optional.of(connection), Optional.empty(), false);
  }

  /**
   * Works on connections of the caller's pool.
   *
   * @throws SQLException when it gives no connection, or one of a database without a connector
   */
  public static Sluice open(DataSource dataSource) throws SQLException {
    return new Sluice(Optional.empty(), Optional.of(CallerSources.of(dataSource)), false);
  }

  /**
   * Works inside the caller's own open transaction: a gate that goes through ends {@code staged},
   * and is published when the caller commits.
   *
   * @param connection with auto-commit off
   * @throws SQLException when its database has no connector
   * @throws IllegalArgumentException when no transaction is open
   */
  public static Sluice within(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new IllegalArgumentException(
          "the connection is in auto-commit mode: no transaction is open");
    }
    return new Sluice(Optional.empty(), Optional.of(CallerSources.of(connection)), true);
  }

  /** Judges a suite and changes nothing. */
  public Report check(Suite suite) {
    return run(suite, Request.Command.CHECK, List.of(), Optional.empty());
  }

  /**
   * Judges a suite, applies its policies, publishes.
   *
   * @throws GateRefused only within the caller's own transaction
   */
  public Report gate(Suite suite) {
    return run(suite, Request.Command.GATE, List.of(), Optional.empty());
  }

  /**
   * Puts quarantined rows through the gate again, publishes those that now pass, and takes them out
   * of the quarantine.
   *
   * @param lines ids: only rows that one of these lines put aside; none means all, but for rows put
   *     aside because `keeping` kept another
   * @throws GateRefused only within the caller's own transaction
   */
  public Report replay(Suite suite, String... lines) {
    return run(suite, Request.Command.REPLAY, List.of(lines), Optional.empty());
  }

  /**
   * Runs a load step and gates what it wrote, in one transaction.
   *
   * @throws GateRefused only within the caller's own transaction
   */
  public Report gate(Suite suite, Step step) {
    return run(
        suite,
        Request.Command.GATE,
        List.of(),
        Optional.of(
            session -> {
              try {
                step.load(session.stepHandle());
              } catch (DatabaseFailure failure) {
                throw failure;
              } catch (Exception failure) {
                if (failure instanceof InterruptedException) {
                  Thread.currentThread().interrupt();
                }
                throw new DatabaseFailure(
                    "step_failed", "the load step failed: " + session.words(failure));
              }
            }));
  }

  private Report run(
      Suite suite, Request.Command command, List<String> lines, Optional<GateTask.Step> step) {
    Path directory = Path.of("").toAbsolutePath();
    Request request =
        Request.of(command, List.of(suite.file().toString()), directory)
            .connection(url)
            .settings(suite.settings())
            .lines(lines)
            .environment(System.getenv())
            .build();
    Report report = Run.of(request, new Run.Given(source, staged, step, new Interruption()));
    boolean refused =
        staged
            && command.writes()
            && report.outcome() != Outcome.STAGED
            && report.outcome() != Outcome.PUBLISHED;
    if (refused) {
      throw new GateRefused(report);
    }
    return report;
  }
}
