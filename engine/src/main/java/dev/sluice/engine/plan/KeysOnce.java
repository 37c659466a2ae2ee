package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.Unique;
import dev.sluice.engine.connector.SqlProfile;
import java.util.List;
import java.util.Optional;

/**
 * Keys at fault are fetched, not only counted, so that nothing looks for them a second time. For a
 * check that is nothing but one on keys, whose parts need no other rows, and of which one at least
 * can be bound.
 */
final class KeysOnce implements KeyRule {

  @Override
  public String name() {
    return "keys fetched once";
  }

  @Override
  public Optional<KeyScan> applied(KeyScan scan, List<KeyScan> earlier, SqlProfile profile) {
    Measurement.Tally tally = scan.tally();
    boolean onKeys = tally.check() instanceof Unique || tally.check() instanceof Among;
    boolean plain =
        onKeys
            && tally.scope().relation() instanceof Relation.Stored
            && tally.scope().where().map(Parts::isPlain).orElse(true)
            && scan.key().stream().allMatch(Parts::isPlain);
    return plain && scan.key().stream().anyMatch(KeysOnce::isBindable)
        ? Optional.of(scan)
        : Optional.empty();
  }

  /** Types whose values come back from the database as what they were. */
  static boolean isBindable(Expression part) {
    return switch (part.type().family()) {
      case INTEGER, DECIMAL, TEXT, DATE, TIMESTAMP, UUID -> true;
      default -> false;
    };
  }
}
