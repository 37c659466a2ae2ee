package dev.sluice.dsl.syntax;

import dev.sluice.dsl.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One line: a check, then at most four clauses.
 *
 * @param per columns of the groups; empty without the clause
 * @param zones the {@code else} clause; empty without it. The first has no threshold.
 */
public record Line(
    Node check,
    Optional<Node> where,
    List<Name> per,
    Optional<Tolerance> tolerance,
    List<Zone> zones,
    Span span) {

  public Line {
    per = List.copyOf(per);
    zones = List.copyOf(zones);
  }

  /** How many violations are borne. */
  public sealed interface Tolerance {
    Span span();

    /** {@code for at least 99%}: {@code percent} is 99. */
    record AtLeast(BigDecimal percent, Span span) implements Tolerance {}

    /** {@code except at most 10 rows}. */
    record AtMost(long count, Unit unit, Span span) implements Tolerance {}
  }

  /** What is counted. */
  public enum Unit {
    ROWS,
    GROUPS
  }

  /** An action and from where on it applies. */
  public record Zone(Action action, Optional<Threshold> above, Span span) {}

  /** {@code above 5%} or {@code above 20 rows}. */
  public sealed interface Threshold {
    Span span();

    record Percent(BigDecimal percent, Span span) implements Threshold {}

    record Count(long count, Unit unit, Span span) implements Threshold {}
  }

  /** What is done when the expectation is not met. */
  public sealed interface Action {
    Span span();

    record Fail(Span span) implements Action {}

    record Rollback(Span span) implements Action {}

    record Warn(Span span) implements Action {}

    record Drop(Optional<Keeping> keeping, Span span) implements Action {}

    record Quarantine(Optional<Keeping> keeping, Span span) implements Action {}

    /** {@code default value} or {@code default column = value}. */
    record Default(Optional<Name> column, Node value, Span span) implements Action {}
  }

  /** {@code keeping first c} or {@code keeping latest c}. */
  public record Keeping(boolean latest, Name column, Span span) {}
}
