package dev.sluice.engine.suggest;

import dev.sluice.engine.judge.Wording;
import java.util.Optional;

/** {@code x is not null}: of a column without NULL, and with a tolerance of one that has few. */
final class Completeness {

  /** Columns that are filled more rarely are optional. */
  private static final double RARE = 0.2;

  private Completeness() {}

  static Optional<Suggestion> of(Facts facts, Inquiry inquiry) {
    String sentence = facts.name() + " is not null";
    if (facts.complete()) {
      return inquiry.suggestion(sentence, "no NULL in " + Wording.count(facts.rows(), "rows"));
    }
    if (facts.filled() <= RARE * facts.rows()) {
      return Optional.empty();
    }
    String evidence =
        "NULL in " + Evidence.part(facts.rows() - facts.filled(), facts.rows(), "rows");
    return Confidence.atLeast(facts.filled(), facts.rows())
        .flatMap(tolerance -> inquiry.suggestion(sentence + " " + tolerance, evidence));
  }
}
