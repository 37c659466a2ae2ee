package dev.sluice.engine;

import dev.sluice.engine.report.Report;

/**
 * A gate inside the caller's own transaction refused the batch. On a database with savepoints the
 * transaction stands where it stood before the gate; on others it is only good for a rollback,
 * which is the caller's.
 */
public final class GateRefused extends RuntimeException {

  private final transient Report report;

  public GateRefused(Report report) {
    super(message(report));
    this.report = report;
  }

  private static String message(Report report) {
    return report.suites().isEmpty()
        ? "the suite is not valid: "
            + (report.diagnostics().isEmpty() ? "" : report.diagnostics().get(0).message())
        : report.suites().get(0).message();
  }

  /** What was found. */
  public Report report() {
    return report;
  }
}
