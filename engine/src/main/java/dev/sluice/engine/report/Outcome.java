package dev.sluice.engine.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** How a suite, or a run of several, ended. Ordered from best to worst, as exit codes count. */
public enum Outcome {
  PASSED(0),
  STAGED(0),
  PUBLISHED(0),
  WARNED(0),
  ROLLED_BACK(4),
  FAILED(1),
  ERROR(3),
  UNKNOWN(3),
  INVALID(2);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The process's exit code for this outcome. */
  public int exitCode() {
    return exitCode;
  }

  /** The word of the report. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The worst of several: invalid, else unknown, error, failed, rolled back, else the good ones.
   */
  public static Outcome worst(Collection<Outcome> outcomes) {
    return outcomes.stream().max(Comparator.naturalOrder()).orElse(INVALID);
  }
}
