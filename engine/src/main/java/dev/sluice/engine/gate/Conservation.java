package dev.sluice.engine.gate;

import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.report.Failure;

/** Rows are conserved: what was counted is what was written. */
final class Conservation {

  private Conservation() {}

  /**
   * Compares what a statement did with what the audit counted.
   *
   * @param what became of the rows, in words
   * @throws Stop when they differ
   */
  static void hold(String what, long expected, long found) {
    if (expected != found) {
      throw new Stop(
          new Failure(
              "candidate_changed",
              Wording.count(found, "rows")
                  + " were "
                  + what
                  + " where the audit counted "
                  + Wording.number(expected)
                  + ": the candidate changed in between, everything is undone"));
    }
  }
}
