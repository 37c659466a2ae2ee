package dev.sluice.dsl.syntax;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What parsing a text gave. */
record Parsed<T>(Optional<T> tree, List<Diagnostic> diagnostics) {

  static Parsed<Line> line(String text) {
    return of(text, SentenceParser::line);
  }

  static Parsed<Line> columnLine(String text, String subject) {
    Name name = new Name(subject, false, new dev.sluice.dsl.source.Span(0, 0));
    return of(text, (scalar, diagnostics) -> SentenceParser.columnLine(scalar, name, diagnostics));
  }

  static <T> Parsed<T> of(String text, BiFunction<Scalar, Diagnostics, Optional<T>> method) {
    Diagnostics diagnostics = new Diagnostics();
    Scalar scalar = Scalar.whole(new SourceFile("-e", text));
    Optional<T> tree = method.apply(scalar, diagnostics);
    return new Parsed<>(tree, diagnostics.all());
  }

  /** The tree of a right text. */
  T right() {
    return tree.orElseThrow(() -> new AssertionError("refused: " + diagnostics));
  }

  /** The one error of a wrong text. */
  Diagnostic wrong() {
    if (tree.isPresent() || diagnostics.size() != 1) {
      throw new AssertionError("not one error: " + tree + " " + diagnostics);
    }
    return diagnostics.get(0);
  }
}
