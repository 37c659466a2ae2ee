package dev.sluice.engine.suggest;

import dev.sluice.engine.suggest.Facts.Lengths;
import java.util.Optional;

/**
 * Lengths of texts: of codes the exact ones, of others that there is something, and not too much.
 */
final class TextLengths {

  /** Lengths so near each other are those of codes. */
  private static final long NEAR = 2;

  /** Longer texts have no length that means anything. */
  private static final long LONGEST = 1_000;

  private TextLengths() {}

  /** Whether all texts are of one length. */
  static boolean isFixed(Facts facts) {
    return facts.lengths().filter(each -> each.shortest() == each.longest()).isPresent();
  }

  static Optional<Suggestion> of(Facts facts, Inquiry inquiry) {
    return facts
        .lengths()
        .flatMap(lengths -> sentence(facts.name(), lengths))
        .flatMap(sentence -> inquiry.suggestion(sentence, evidence(facts)));
  }

  private static Optional<String> sentence(String name, Lengths lengths) {
    long shortest = lengths.shortest();
    long longest = lengths.longest();
    String length = "length(" + name + ")";
    if (shortest == longest) {
      return Optional.of(length + " = " + longest);
    }
    if (longest > LONGEST) {
      return shortest == 0 ? Optional.empty() : Optional.of(name + " is not empty");
    }
    if (longest - shortest <= NEAR && shortest > 0) {
      return Optional.of(length + " between " + shortest + " and " + longest);
    }
    long most = (longest * 3 / 2 + 9) / 10 * 10;
    return Optional.of(shortest == 0 ? length + " <= " + most : length + " between 1 and " + most);
  }

  private static String evidence(Facts facts) {
    Lengths lengths = facts.lengths().orElseThrow();
    String found =
        lengths.shortest() == lengths.longest()
            ? Long.toString(lengths.longest())
            : lengths.shortest() + " to " + lengths.longest();
    return found + " characters in " + Evidence.all(facts.filled());
  }
}
