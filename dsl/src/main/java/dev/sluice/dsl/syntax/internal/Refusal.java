package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one thing that is wrong with a text. Thrown, since the first one ends the reading; the help
 * is worked out only when somebody will read it.
 */
final class Refusal extends RuntimeException {

  private final Code code;
  private final String what;
  private final transient Span span;
  private final transient Supplier<Optional<String>> help;

  private Refusal(Code code, String what, Span span, Supplier<Optional<String>> help) {
    super(what, null, false, false);
    this.code = code;
    this.what = what;
    this.span = span;
    this.help = help;
  }

  static Refusal of(Code code, String what, Span span) {
    return new Refusal(code, what, span, Optional::empty);
  }

  Refusal help(String text) {
    return new Refusal(code, what, span, () -> Optional.of(text));
  }

  Refusal help(Supplier<Optional<String>> text) {
    return new Refusal(code, what, span, text);
  }

  Diagnostic diagnostic(Scalar scalar) {
    Diagnostic diagnostic = Diagnostic.error(code, what, scalar, span);
    return help.get().map(diagnostic::help).orElse(diagnostic);
  }
}
