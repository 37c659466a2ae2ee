package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Refusal;
import dev.sluice.dsl.check.internal.Scope;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Line;
import java.math.BigDecimal;
import java.util.Optional;

/** Tolerances and thresholds: percentages, and numbers of what can violate. */
final class ToleranceCheck {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ToleranceCheck() {}

  /**
   * @param counted what can violate; empty for a check that judges the whole table at once
   */
  static Tolerance tolerance(
      Optional<Line.Tolerance> written, Optional<Line.Unit> counted, Scope scope) {
    if (written.isEmpty()) {
      return new Tolerance.None();
    }
    Line.Tolerance tolerance = written.get();
    Line.Unit unit = counted.orElseThrow(() -> wholeTable(tolerance.span(), scope));
    if (tolerance instanceof Line.Tolerance.AtLeast atLeast) {
      refuseAboveHundred(atLeast.percent(), atLeast.span(), scope);
      return new Tolerance.AtLeast(atLeast.percent());
    }
    Line.Tolerance.AtMost atMost = (Line.Tolerance.AtMost) tolerance;
    refuseOtherUnit(atMost.unit(), unit, atMost.span(), scope);
    return new Tolerance.AtMost(atMost.count());
  }

  static Policy.Threshold threshold(
      Line.Threshold written, Optional<Line.Unit> counted, Scope scope) {
    Line.Unit unit = counted.orElseThrow(() -> wholeTable(written.span(), scope));
    if (written instanceof Line.Threshold.Percent percent) {
      refuseAboveHundred(percent.percent(), percent.span(), scope);
      return new Policy.Threshold.Percent(percent.percent());
    }
    Line.Threshold.Count count = (Line.Threshold.Count) written;
    refuseOtherUnit(count.unit(), unit, count.span(), scope);
    return new Policy.Threshold.Count(count.count());
  }

  private static Refusal wholeTable(Span span, Scope scope) {
    return Refusal.of(
        scope
            .error(
                Code.E0305,
                "a check on the whole table is met or not: there is nothing to count",
                span)
            .help("leave it out, or judge groups with `per column`"));
  }

  private static void refuseAboveHundred(BigDecimal percent, Span span, Scope scope) {
    if (percent.compareTo(HUNDRED) > 0) {
      throw Refusal.of(
          scope
              .error(Code.E0507, "`" + percent.toPlainString() + "%` is more than 100%", span)
              .help("a part of the rows is at most `100%`"));
    }
  }

  private static void refuseOtherUnit(
      Line.Unit written, Line.Unit counted, Span span, Scope scope) {
    if (written == counted) {
      return;
    }
    throw Refusal.of(
        counted == Line.Unit.ROWS
            ? scope
                .error(Code.E0305, "rows violate a check on rows, not groups", span)
                .help("write `rows`")
            : scope
                .error(Code.E0305, "groups violate a check with `per`, not rows", span)
                .help("write `groups`"));
  }
}
