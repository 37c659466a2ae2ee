package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Unique;
import dev.sluice.engine.connector.SqlProfile;
import java.util.List;
import java.util.Optional;

/**
 * Where the number of values is that of the different values, none is repeated: on databases that
 * count different values of a fixed width faster than they group, this is asked first, and the
 * duplicates are listed only if there are any. For one such column without groups.
 */
final class DistinctScreen implements KeyRule {

  @Override
  public String name() {
    return "distinct screen";
  }

  @Override
  public Optional<KeyScan> applied(KeyScan scan, List<KeyScan> earlier, SqlProfile profile) {
    boolean fits =
        profile.countsDistinctFaster()
            && scan.within().isEmpty()
            && scan.tally().check() instanceof Unique
            && scan.tally().per().isEmpty()
            && scan.key().size() == 1
            && isFixedWidth(scan.key().get(0));
    return fits
        ? Optional.of(
            new KeyScan(scan.tally(), scan.complete(), Optional.empty(), true, scan.rules()))
        : Optional.empty();
  }

  private static boolean isFixedWidth(Expression part) {
    return switch (part.type().family()) {
      case INTEGER, DATE, TIMESTAMP, TIMESTAMPTZ, UUID -> true;
      default -> false;
    };
  }
}
