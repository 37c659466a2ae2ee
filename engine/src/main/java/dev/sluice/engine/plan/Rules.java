package dev.sluice.engine.plan;

import java.util.Set;

/**
 * The rules that a plan may use. All of them, unless a test asks what the answer is without.
 *
 * @param without names of rules that are left out
 */
public record Rules(Set<String> without) {

  /** Every rule. */
  public static final Rules ALL = new Rules(Set.of());

  /** Samples of several lines come from one statement. */
  public static final String SAMPLES_TOGETHER = "samples together";

  public Rules {
    without = Set.copyOf(without);
  }

  /** Whether a rule may be used. */
  public boolean have(String name) {
    return !without.contains(name);
  }
}
