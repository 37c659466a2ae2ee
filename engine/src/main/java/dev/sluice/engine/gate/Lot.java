package dev.sluice.engine.gate;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.engine.plan.Recalled;
import dev.sluice.engine.plan.Relation;
import java.util.Optional;

/**
 * The rows of a passage.
 *
 * @param judged what the audit judges
 * @param all those among which a check may look for others; marks are of these
 * @param own those that are let through or held back
 * @param onTrial over {@code all}: which of them may be marked; absent when all are on trial
 * @param standing the column that is true in rows of the target, which no choice turns out
 */
record Lot(
    Relation judged,
    Relation.Stored all,
    Relation.Stored own,
    Optional<Expression> onTrial,
    Optional<String> standing) {

  /** A candidate, all of whose rows are on trial. */
  static Lot of(Relation.Stored candidate) {
    return new Lot(candidate, candidate, candidate, Optional.empty(), Optional.empty());
  }

  /** Quarantined rows on trial among others. */
  static Lot of(Recalled recalled) {
    return new Lot(
        recalled.onTrial(),
        recalled.all(),
        recalled.alone(),
        Optional.of(recalled.onTrial().onTrial()),
        Optional.of(Recalled.STANDING));
  }
}
