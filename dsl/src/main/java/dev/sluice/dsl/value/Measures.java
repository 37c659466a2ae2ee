package dev.sluice.dsl.value;

import dev.sluice.dsl.expression.Expression;
import org.jspecify.annotations.Nullable;

/** What an expression says of more than its own row. */
public interface Measures {

  /** For values that need no table: asking is a mistake of the caller. */
  Measures NONE =
      new Measures() {
        @Override
        public @Nullable Object measure(Expression.Measure measure) {
          throw new IllegalStateException("no table to measure " + measure.metric().word());
        }

        @Override
        public @Nullable Boolean holds(Expression relation) {
          throw new IllegalStateException("no table to compare the row with");
        }
      };

  /** The value of a metric; null for NULL. */
  @Nullable Object measure(Expression.Measure measure);

  /**
   * Whether the row at hand fulfils a {@link Expression.Unique}, {@link Expression.Among} or {@link
   * Expression.Ordered}; null when that is undecided.
   */
  @Nullable Boolean holds(Expression relation);
}
