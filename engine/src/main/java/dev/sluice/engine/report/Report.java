package dev.sluice.engine.report;

import dev.sluice.dsl.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;

/**
 * A run: the one object from which every output and the exit code come.
 *
 * @param exitCode of the outcome, or 130 when interrupted
 * @param diagnostics present with outcome {@code invalid}, and warnings otherwise
 */
public record Report(
    String runId,
    Instant startedAt,
    long elapsedMs,
    Outcome outcome,
    int exitCode,
    List<SuiteReport> suites,
    List<Diagnostic> diagnostics) {

  /** The version of the report's fields. */
  public static final int VERSION = 1;

  /** The exit code of a run that somebody ended. */
  public static final int INTERRUPTED = 130;
}
