package dev.sluice.engine.gate;

import java.util.Map;

/**
 * What became of the candidate's rows.
 *
 * @param defaulted rows changed, by column
 */
record Counts(
    long candidate, long published, long quarantined, long dropped, Map<String, Long> defaulted) {

  static final Counts NONE = new Counts(0, 0, 0, 0, Map.of());

  static Counts untouched(long candidate) {
    return new Counts(candidate, 0, 0, 0, Map.of());
  }

  /** Whether every row is accounted for. */
  boolean conserved() {
    return candidate == published + quarantined + dropped;
  }

  Counts withPublished(long rows) {
    return new Counts(candidate, rows, quarantined, dropped, defaulted);
  }
}
