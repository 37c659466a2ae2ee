package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something to measure; equal ones are measured once. */
public sealed interface Measurement {

  /** The rows it sees: a relation, narrowed by a line's {@code where}. */
  record Scope(Relation relation, Optional<Expression> where) {

    /** Narrowed further. */
    public Scope within(Expression condition) {
      return new Scope(
          relation,
          Optional.of(
              where
                  .<Expression>map(first -> new Expression.And(List.of(first, condition)))
                  .orElse(condition)));
    }
  }

  Scope scope();

  /**
   * Of a row check: rows in scope, rows where it is false, rows where it is null. {@code per} are
   * the groups within which uniqueness and metrics in the check are taken.
   */
  record Tally(Scope scope, Expression check, List<String> per) implements Measurement {

    /** A check that is nothing but `is unique`, of all rows that it sees: keys tell, not rows. */
    public boolean countsKeys() {
      return check instanceof Expression.Unique && scope.relation().seen().equals(scope.relation());
    }
  }

  /** One metric of the scope: its value. */
  record Value(Scope scope, Expression.Measure measure) implements Measurement {}

  /** Of a table check with {@code per}: groups, and groups for which it is not true. */
  record Groups(Scope scope, Expression check, List<String> per) implements Measurement {}

  /** The number of rows of the scope. */
  record Rows(Scope scope) implements Measurement {}

  /** What was measured. */
  sealed interface Result {

    /** Of a {@link Tally}: all counts of rows in scope. */
    record Tallied(long rows, long violations, long undecided) implements Result {}

    /** Of a {@link Groups}. */
    record Grouped(long groups, long violations) implements Result {}

    /** Of a {@link Value} or {@link Rows}: a value of the measure's type, or null. */
    record Measured(@Nullable Object value) implements Result {}
  }
}
