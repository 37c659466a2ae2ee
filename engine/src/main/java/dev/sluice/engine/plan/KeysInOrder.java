package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Unique;
import dev.sluice.engine.connector.SqlProfile;
import java.util.List;
import java.util.Optional;

/**
 * Equal values stand side by side once they are sorted: on databases that sort values of a fixed
 * width faster than they hash them, keys are grouped in their order. For a key of one such column
 * without groups, that is looked for in all rows.
 */
final class KeysInOrder implements KeyRule {

  @Override
  public String name() {
    return "keys in order";
  }

  @Override
  public Optional<KeyScan> applied(KeyScan scan, List<KeyScan> earlier, SqlProfile profile) {
    return profile.sortsFaster() && fits(scan)
        ? Optional.of(scan.also(KeyScan.Way.SORTED))
        : Optional.empty();
  }

  /** Whether it is about the duplicates of one value of a fixed width, in all rows. */
  static boolean fits(KeyScan scan) {
    return scan.within().isEmpty()
        && scan.tally().check() instanceof Unique
        && scan.tally().per().isEmpty()
        && scan.key().size() == 1
        && isFixedWidth(scan.key().get(0));
  }

  private static boolean isFixedWidth(Expression part) {
    return switch (part.type().family()) {
      case INTEGER, DATE, TIMESTAMP, TIMESTAMPTZ, UUID -> true;
      default -> false;
    };
  }
}
