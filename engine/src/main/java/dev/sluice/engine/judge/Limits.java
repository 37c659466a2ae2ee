package dev.sluice.engine.judge;

import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.check.Tolerance;
import java.math.BigDecimal;

/** Tolerances and zones, compared exactly: no share is ever rounded before it is compared. */
final class Limits {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Limits() {}

  /** Whether the tolerance bears so many violations among so many decided. */
  static boolean bears(Tolerance tolerance, long violations, long judged) {
    if (tolerance instanceof Tolerance.AtLeast least) {
      return exceeds(violations, judged, HUNDRED.subtract(least.percent())) <= 0;
    }
    if (tolerance instanceof Tolerance.AtMost most) {
      return violations <= most.count();
    }
    return violations == 0;
  }

  /** The action of the last zone reached. */
  static Policy.Action reached(Policy policy, long violations, long judged) {
    Policy.Action action = policy.zones().get(0).action();
    for (Policy.Zone zone : policy.zones()) {
      if (zone.above().isEmpty() || above(zone.above().get(), violations, judged)) {
        action = zone.action();
      }
    }
    return action;
  }

  private static boolean above(Policy.Threshold threshold, long violations, long judged) {
    if (threshold instanceof Policy.Threshold.Percent share) {
      return exceeds(violations, judged, share.percent()) > 0;
    }
    return violations > ((Policy.Threshold.Count) threshold).count();
  }

  // violations * 100 compared with percent * judged: no division, so nothing is lost.
  private static int exceeds(long violations, long judged, BigDecimal percent) {
    return BigDecimal.valueOf(violations)
        .multiply(HUNDRED)
        .compareTo(percent.multiply(BigDecimal.valueOf(judged)));
  }
}
