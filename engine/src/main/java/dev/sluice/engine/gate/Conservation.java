package dev.sluice.engine.gate;

import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.report.Failure;

/** Rows are conserved: what was counted is what was written. */
final class Conservation {

  private static final String PASSED_OVER =
      ": a trigger or a policy of the database may keep rows as they are; everything is undone";

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
                  + (found == 1 ? " was " : " were ")
                  + what
                  + " where the audit counted "
                  + Wording.number(expected)
                  + ": the candidate changed in between, or a trigger or a policy of the database"
                  + " passed rows over; everything is undone"));
    }
  }

  /**
   * Compares what a statement changed with what it was to change: a trigger, or a policy of the
   * database on rows, may keep some as they were.
   *
   * @param what was to become of the rows, in words
   * @throws Stop when they differ
   */
  static void changed(String what, long expected, long found) {
    if (expected != found) {
      throw new Stop(
          new Failure(
              "not_written",
              Wording.count(expected, "rows")
                  + (expected == 1 ? " was to be " : " were to be ")
                  + what
                  + ", and "
                  + Wording.number(found)
                  + (found == 1 ? " was" : " were")
                  + PASSED_OVER));
    }
  }

  /**
   * Refuses rows that are still there after they were deleted.
   *
   * @throws Stop when there are any
   */
  static void gone(long left) {
    if (left != 0) {
      throw new Stop(
          new Failure(
              "not_written",
              Wording.count(left, "rows")
                  + " of the target "
                  + (left == 1 ? "is" : "are")
                  + " still there after being replaced"
                  + PASSED_OVER));
    }
  }
}
