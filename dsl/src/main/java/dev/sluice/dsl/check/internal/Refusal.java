package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Span;
import java.util.Optional;

/**
 * What is wrong with a part of a sentence. Thrown, since nothing can be said about what holds the
 * part; caught where independent parts meet, so that each of them is told once.
 */
public final class Refusal extends RuntimeException {

  private final transient Optional<Diagnostic> diagnostic;

  private Refusal(Optional<Diagnostic> diagnostic) {
    super(diagnostic.map(Diagnostic::message).orElse("told already"), null, false, false);
    this.diagnostic = diagnostic;
  }

  public static Refusal of(Diagnostic diagnostic) {
    return new Refusal(Optional.of(diagnostic));
  }

  /** Gives up on what holds a part that was refused and told. */
  public static Refusal told() {
    return new Refusal(Optional.empty());
  }

  /** The same with a further place. */
  Refusal label(Span place, String text) {
    return new Refusal(diagnostic.map(each -> each.label(place, text)));
  }

  /** Adds the diagnostic, unless it was told already. */
  public void tell(Diagnostics diagnostics) {
    diagnostic.ifPresent(diagnostics::add);
  }
}
