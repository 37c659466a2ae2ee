package dev.sluice.engine.report;

import java.util.Locale;

/** How one expectation came out. */
public enum Verdict {
  MET,
  WARNED,
  /** Rows were set aside or repaired; in `check`, would be. */
  HANDLED,
  FAILED,
  ROLLED_BACK,
  ERROR,
  SKIPPED;

  /** The word of the report. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
