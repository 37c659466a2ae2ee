package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Name;
import java.util.Optional;
import java.util.function.Supplier;

/** One text on its way to a tree: limits, tokens, foreign spellings, grammar, records. */
public final class Reading<T> {

  private final Form<T> form;
  private final Optional<Name> subject;
  private final Tokens tokens;

  private Reading(Form<T> form, String text, Optional<Name> subject) {
    this.form = form;
    this.subject = subject;
    this.tokens = new Tokens(text);
  }

  /**
   * Reads a text. Of what is wrong with it the first thing is told, and nothing else.
   *
   * @param subject what a test without a value is about, and the word {@code value}
   */
  public static <T> Optional<T> of(
      Form<T> form, Scalar scalar, Optional<Name> subject, Diagnostics diagnostics) {
    try {
      Limits.size(scalar.value());
      Characters.check(scalar.value());
      Reading<T> reading = new Reading<>(form, scalar.value(), subject);
      return Optional.of(reading.tree().orElseThrow(reading::mistake));
    } catch (Refusal refusal) {
      diagnostics.add(refusal.diagnostic(scalar));
      return Optional.empty();
    }
  }

  /** The records; nothing when the text does not follow the grammar. */
  private Optional<T> tree() {
    if (tokens.size() == 0) {
      throw form.empty(tokens);
    }
    new Foreign(this).refuse();
    Limits.nesting(tokens);
    return new Parsing<>(form, tokens).tree().map(tree -> tree.apply(new Trees(this)));
  }

  private Refusal mistake() {
    Spot spot = new Spot(this, new Parsing<>(form, tokens).place());
    return new Advice(spot).given().orElseGet(() -> new Expected(spot).refusal());
  }

  Form<T> form() {
    return form;
  }

  Tokens tokens() {
    return tokens;
  }

  Optional<Name> subject() {
    return subject;
  }

  /** Whether a token of another type would have fitted at a place. */
  boolean fits(int type, int place) {
    return new Parsing<>(form, tokens).fits(type, place);
  }

  /** Whether another text would have been right. */
  boolean accepts(String text) {
    try {
      return new Reading<>(form, text, subject).tree().isPresent();
    } catch (Refusal refusal) {
      return false;
    }
  }

  /** Help that shows a corrected text when it is right, and other words when it is not. */
  Supplier<Optional<String>> write(String corrected, String otherwise) {
    return () ->
        accepts(corrected)
            ? Optional.of("write `" + corrected.strip() + "`")
            : Optional.of(otherwise).filter(text -> !text.isEmpty());
  }
}
