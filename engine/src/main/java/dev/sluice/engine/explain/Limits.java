package dev.sluice.engine.explain;

import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.check.Tolerance;
import dev.sluice.engine.judge.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Tolerances and thresholds in words. */
final class Limits {

  private Limits() {}

  /**
   * @param unit {@code rows} or {@code groups}
   */
  static String tolerance(Tolerance tolerance, String unit) {
    if (tolerance instanceof Tolerance.AtMost most) {
      return "up to " + Wording.count(most.count(), unit) + " may violate it";
    }
    if (tolerance instanceof Tolerance.AtLeast least) {
      return percent(least.percent())
          + " of the "
          + decided(unit)
          + " at least must meet it: "
          + example(least.percent(), unit);
    }
    return "none: one violating " + Wording.count(1, unit).substring(2) + " is too many";
  }

  static String above(Policy.Threshold threshold, String unit) {
    return threshold instanceof Policy.Threshold.Percent share
        ? "above " + percent(share.percent()) + " of the " + decided(unit)
        : "above " + Wording.count(((Policy.Threshold.Count) threshold).count(), unit);
  }

  // A group is never undecided.
  private static String decided(String unit) {
    return unit.equals("rows") ? "decided rows" : unit;
  }

  /** How many of the smallest round number that gives a whole one. */
  private static String example(BigDecimal percent, String unit) {
    BigDecimal borne = BigDecimal.valueOf(100).subtract(percent).stripTrailingZeros();
    BigDecimal whole = BigDecimal.valueOf(100).movePointRight(Math.max(0, borne.scale()));
    BigDecimal share = borne.multiply(whole).divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN);
    String of = "of " + Wording.count(whole.longValueExact(), unit) + " ";
    return share.signum() == 0
        ? of + "none may violate it"
        : of + "up to " + Wording.number(share.longValueExact()) + " may violate it";
  }

  private static String percent(BigDecimal percent) {
    return percent.stripTrailingZeros().toPlainString() + "%";
  }
}
