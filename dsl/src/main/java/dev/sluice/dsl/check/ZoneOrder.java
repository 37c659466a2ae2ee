package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Refusal;
import dev.sluice.dsl.check.internal.Scope;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.syntax.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Zones of one unit ascend, so that the last one reached can win. */
final class ZoneOrder {

  private ZoneOrder() {}

  static void check(List<Line.Zone> zones, Scope scope) {
    Optional<Line.Threshold> percent = Optional.empty();
    Optional<Line.Threshold> count = Optional.empty();
    for (Line.Zone zone : zones) {
      if (zone.above().isEmpty()) {
        continue;
      }
      Line.Threshold threshold = zone.above().get();
      boolean share = threshold instanceof Line.Threshold.Percent;
      Optional<Line.Threshold> before = share ? percent : count;
      before.ifPresent(lower -> refuseDescent(lower, threshold, scope));
      if (share) {
        percent = Optional.of(threshold);
      } else {
        count = Optional.of(threshold);
      }
    }
  }

  private static void refuseDescent(Line.Threshold lower, Line.Threshold upper, Scope scope) {
    if (size(upper).compareTo(size(lower)) > 0) {
      return;
    }
    throw Refusal.of(
        scope
            .error(Code.E0304, "zones ascend, and the last one reached applies", upper.span())
            .caret("not above the one before it")
            .label(scope.text().at(lower.span()), "this comes first")
            .help("put the smaller threshold first"));
  }

  private static BigDecimal size(Line.Threshold threshold) {
    return threshold instanceof Line.Threshold.Percent percent
        ? percent.percent()
        : BigDecimal.valueOf(((Line.Threshold.Count) threshold).count());
  }
}
