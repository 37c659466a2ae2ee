package dev.sluice.connectors.fault;

import dev.sluice.engine.report.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How often each outcome came. */
final class Tally {

  private Tally() {}

  static String of(List<Outcome> outcomes) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    outcomes.forEach(each -> counts.merge(each, 1, Integer::sum));
    return counts.toString().toLowerCase(Locale.ROOT);
  }
}
