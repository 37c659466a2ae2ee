package dev.sluice.dsl.check;

import dev.sluice.dsl.expression.Expression;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is done when an expectation is not met: zones that ascend. The first has no threshold; the
 * last one reached applies.
 */
public record Policy(List<Zone> zones) {

  public Policy {
    zones = List.copyOf(zones);
  }

  /** An action and the violations above which it applies; absent for the first. */
  public record Zone(Action action, Optional<Threshold> above) {}

  /** Violations, as a share of the decided or as a number. */
  public sealed interface Threshold {

    /** {@code percent} 5 is 5 %. */
    record Percent(BigDecimal percent) implements Threshold {}

    record Count(long count) implements Threshold {}
  }

  /** An action with what it needs. */
  public sealed interface Action {

    /** The word of the language. */
    String word();

    record Fail() implements Action {
      @Override
      public String word() {
        return "fail";
      }
    }

    record Rollback() implements Action {
      @Override
      public String word() {
        return "rollback";
      }
    }

    record Warn() implements Action {
      @Override
      public String word() {
        return "warn";
      }
    }

    record Drop(Optional<Keeping> keeping) implements Action {
      @Override
      public String word() {
        return "drop";
      }
    }

    record Quarantine(Optional<Keeping> keeping) implements Action {
      @Override
      public String word() {
        return "quarantine";
      }
    }

    /** In violating rows {@code column} becomes {@code value}, a row or constant expression. */
    record Default(String column, Expression value) implements Action {
      @Override
      public String word() {
        return "default";
      }
    }
  }

  /**
   * Of each group of equal keys one row stays: the one with the smallest ({@code latest}: largest)
   * value of the column.
   */
  public record Keeping(boolean latest, String column) {}

  /** One zone with one action. */
  public static Policy of(Action action) {
    return new Policy(List.of(new Zone(action, Optional.empty())));
  }
}
