package dev.sluice.dsl.check;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import java.util.Optional;

/** The one word of {@code policy:} and of {@code else:} in {@code sql:}. */
final class WholeActions {

  private WholeActions() {}

  /** The policy of a word; the fallback where there is none or it is wrong, which is told. */
  static Policy policy(Optional<Scalar> word, Policy fallback, Diagnostics diagnostics) {
    if (word.isEmpty()) {
      return fallback;
    }
    Optional<Policy.Action> action = action(word.get().value().strip());
    if (action.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0302,
                  "`" + word.get().value() + "` may not stand here",
                  word.get().file(),
                  word.get().span())
              .help("use `fail`, `rollback` or `warn`"));
    }
    return action.map(Policy::of).orElse(fallback);
  }

  private static Optional<Policy.Action> action(String word) {
    return switch (word) {
      case "fail" -> Optional.of(new Policy.Action.Fail());
      case "rollback" -> Optional.of(new Policy.Action.Rollback());
      case "warn" -> Optional.of(new Policy.Action.Warn());
      default -> Optional.empty();
    };
  }
}
