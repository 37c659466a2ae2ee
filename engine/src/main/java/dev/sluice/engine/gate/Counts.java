package dev.sluice.engine.gate;

import java.util.Map;

/**
 * What became of the candidate's rows.
 *
 * @param defaulted rows changed, by column
 * @param repaired rows changed in any column
 */
record Counts(
    long candidate,
    long published,
    long quarantined,
    long dropped,
    Map<String, Long> defaulted,
    long repaired) {

  static final Counts NONE = new Counts(0, 0, 0, 0, Map.of(), 0);

  static Counts untouched(long candidate) {
    return new Counts(candidate, 0, 0, 0, Map.of(), 0);
  }

  /** Whether every row is accounted for. */
  boolean conserved() {
    return candidate == published + quarantined + dropped;
  }

  Counts withPublished(long rows) {
    return new Counts(candidate, rows, quarantined, dropped, defaulted, repaired);
  }
}
