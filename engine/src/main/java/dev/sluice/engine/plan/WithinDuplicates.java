package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression.Unique;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Measurement.Tally;
import java.util.List;
import java.util.Optional;

/**
 * Rows that are equal in several columns are equal in some of them: a compound key is looked for
 * among the duplicates of a key that it contains. For uniqueness in the same scope and groups. A
 * row with a null in the contained key has one in the compound key too, and is undecided in both.
 */
final class WithinDuplicates implements KeyRule {

  @Override
  public String name() {
    return "within duplicates";
  }

  @Override
  public Optional<KeyScan> applied(KeyScan scan, List<KeyScan> earlier, SqlProfile profile) {
    return earlier.stream()
        .map(KeyScan::tally)
        .filter(each -> isWithin(scan.tally(), each))
        .findFirst()
        .map(scan::within);
  }

  private static boolean isWithin(Tally tally, Tally part) {
    return tally.check() instanceof Unique whole
        && part.check() instanceof Unique contained
        && contained.key().size() < whole.key().size()
        && whole.key().containsAll(contained.key())
        && tally.scope().equals(part.scope())
        && tally.per().equals(part.per());
  }
}
