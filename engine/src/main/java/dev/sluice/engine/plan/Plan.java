package dev.sluice.engine.plan;

import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Measurement.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is run to measure everything: scans, then the keys at fault, which may rest on the scans and
 * on keys before them.
 */
public record Plan(List<Scan> scans, List<KeyScan> keyScans) {

  private static final KeyRule FIRST = new KeysOnce();

  private static final List<KeyRule> THEN =
      List.of(new WithinDuplicates(), new DistinctScreen(), new KeysInOrder());

  public Plan {
    scans = List.copyOf(scans);
    keyScans = List.copyOf(keyScans);
  }

  /** The plan for this database. */
  public static Plan of(List<Measurement> measurements, SqlProfile profile, Rules rules) {
    Set<Measurement> measured = new LinkedHashSet<>();
    List<KeyScan> found = new ArrayList<>();
    for (Measurement each : new LinkedHashSet<>(measurements)) {
      Optional<KeyScan> keys = keys(each, profile, rules);
      keys.ifPresent(found::add);
      measured.add(keys.<Measurement>map(KeyScan::complete).orElse(each));
    }
    // A part of a key goes before the whole.
    found.sort(Comparator.comparingInt(each -> each.key().size()));
    List<KeyScan> keyScans = new ArrayList<>();
    for (KeyScan each : found) {
      keyScans.add(improved(each, keyScans, profile, rules));
    }
    return new Plan(Planner.plan(List.copyOf(measured), profile), keyScans);
  }

  /** The most statements that it takes; a compound key may need none. */
  public int statements() {
    return scans.size() + keyScans.size();
  }

  private static Optional<KeyScan> keys(Measurement measurement, SqlProfile profile, Rules rules) {
    if (!(measurement instanceof Tally tally) || !rules.have(FIRST.name())) {
      return Optional.empty();
    }
    return FIRST.applied(KeyScan.of(tally), List.of(), profile).map(scan -> scan.by(FIRST.name()));
  }

  private static KeyScan improved(
      KeyScan scan, List<KeyScan> earlier, SqlProfile profile, Rules rules) {
    KeyScan best = scan;
    for (KeyRule rule : THEN) {
      Optional<KeyScan> better =
          rules.have(rule.name()) ? rule.applied(best, earlier, profile) : Optional.empty();
      if (better.isPresent()) {
        best = better.get().by(rule.name());
      }
    }
    return best;
  }
}
