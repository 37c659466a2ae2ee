package dev.sluice.engine.audit;

import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Result;
import dev.sluice.engine.plan.Measurement.Value;
import dev.sluice.engine.plan.PercentileScreen;
import dev.sluice.engine.plan.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Percentiles that need not be taken, because counts tell the lines that ask for them. */
final class Screening {

  private final Map<Needs, PercentileScreen> screens = new LinkedHashMap<>();

  /**
   * @param lines all that is to be judged: a percentile that one of them needs for more than one
   *     comparison is taken anyway
   */
  Screening(Collection<Needs> lines, Rules rules) {
    if (!rules.have(PercentileScreen.NAME)) {
      return;
    }
    Set<Measurement> asked = new HashSet<>();
    for (Needs each : lines) {
      Optional<PercentileScreen> screen = each.screen();
      if (screen.isPresent()) {
        screens.put(each, screen.get());
      } else {
        asked.addAll(each.all());
      }
    }
    screens.values().removeIf(each -> asked.contains(each.value()));
  }

  /** What is measured first: counts instead of percentiles. */
  List<Measurement> first(List<Measurement> needed) {
    List<Measurement> first = new ArrayList<>(needed);
    for (PercentileScreen each : screens.values()) {
      first.remove(each.value());
      first.add(each.tally());
    }
    return first;
  }

  /** The percentiles that counts have left open, of those that lines need. */
  List<Measurement> rest(Map<Measurement, Result> results) {
    Set<Value> open = new HashSet<>();
    for (PercentileScreen each : screens.values()) {
      if (!isSurelyTrue(each, results)) {
        open.add(each.value());
      }
    }
    screens.values().removeIf(each -> open.contains(each.value()));
    return List.copyOf(open);
  }

  private static boolean isSurelyTrue(PercentileScreen screen, Map<Measurement, Result> results) {
    return results.get(screen.tally()) instanceof Result.Tallied counted
        && screen.isSurelyTrue(counted);
  }

  /** The screen that has told a line to be true; asked after {@link #rest}. */
  Optional<PercentileScreen> of(Needs line) {
    return Optional.ofNullable(screens.get(line));
  }
}
