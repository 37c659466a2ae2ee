package dev.sluice.engine.suggest;

import dev.sluice.engine.judge.Wording;

/** The words of comments. */
final class Evidence {

  private Evidence() {}

  /** {@code all 9,871 values}. */
  static String all(long values) {
    return "all " + Wording.count(values, "values");
  }

  /** {@code 24 of 10,000 rows (0.24 %)}. */
  static String part(long part, long whole, String unit) {
    return Wording.number(part)
        + " of "
        + Wording.count(whole, unit)
        + " ("
        + Wording.percent(part, whole)
        + ")";
  }
}
