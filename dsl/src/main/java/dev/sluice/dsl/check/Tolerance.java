package dev.sluice.dsl.check;

import java.math.BigDecimal;

/** How many violations an expectation bears. */
public sealed interface Tolerance {

  /** None: every decided row (or group) must meet the check. */
  record None() implements Tolerance {}

  /** At least {@code percent} of the decided rows (or groups) meet it. */
  record AtLeast(BigDecimal percent) implements Tolerance {}

  /** At most {@code count} rows (or groups) violate it. */
  record AtMost(long count) implements Tolerance {}
}
