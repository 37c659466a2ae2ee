package dev.sluice.engine.plan;

import dev.sluice.engine.connector.SqlProfile;
import java.util.List;
import java.util.Optional;

/**
 * Where the number of values is that of the different values, none is repeated: on databases that
 * count different values of a fixed width faster than they group, since they sort for it, this is
 * asked first, and the duplicates are listed only if there are any.
 */
final class DistinctScreen implements KeyRule {

  @Override
  public String name() {
    return "distinct screen";
  }

  @Override
  public Optional<KeyScan> applied(KeyScan scan, List<KeyScan> earlier, SqlProfile profile) {
    return profile.sortsFaster() && KeysInOrder.fits(scan)
        ? Optional.of(scan.also(KeyScan.Way.SCREENED))
        : Optional.empty();
  }
}
