package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Refusal;
import dev.sluice.dsl.check.internal.Scope;
import dev.sluice.dsl.check.internal.Typing;
import dev.sluice.dsl.check.internal.Unknown;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.SentenceParser;
import java.util.List;
import java.util.Optional;

/** Actions that need no rows: {@code fail}, {@code rollback}, {@code warn}. */
final class WholeActions {

  private WholeActions() {}

  /**
   * @param where such as {@code stand on a query}
   */
  static Policy.Action of(Line.Action action, String where, Scope scope) {
    if (action instanceof Line.Action.Fail) {
      return new Policy.Action.Fail();
    } else if (action instanceof Line.Action.Rollback) {
      return new Policy.Action.Rollback();
    } else if (action instanceof Line.Action.Warn) {
      return new Policy.Action.Warn();
    }
    String word =
        action instanceof Line.Action.Drop
            ? "drop"
            : action instanceof Line.Action.Quarantine ? "quarantine" : "default";
    throw Refusal.of(
        scope
            .error(Code.E0302, "`" + word + "` cannot " + where, action.span())
            .help("use `fail`, `rollback` or `warn`"));
  }

  /**
   * The suite's {@code policy:}; {@code fail} where there is none or it is wrong, which is told.
   */
  static Policy suite(Optional<Scalar> text, Typing typing, Diagnostics diagnostics) {
    return text.flatMap(
            each ->
                SentenceParser.zones(each, diagnostics)
                    .flatMap(zones -> typing.attempt(() -> single(zones, each))))
        .orElse(Policy.of(new Policy.Action.Fail()));
  }

  private static Policy single(List<Line.Zone> zones, Scalar text) {
    Scope scope = Scope.of(text, Unknown.table(""), Scope.Place.CHECK);
    if (zones.size() > 1) {
      throw Refusal.of(
          scope
              .error(Code.E0302, "`policy` is one action for all lines", zones.get(1).span())
              .help("write zones on the lines that need them: `else warn, fail above 5%`"));
    }
    return Policy.of(of(zones.get(0).action(), "be the policy of a suite", scope));
  }
}
