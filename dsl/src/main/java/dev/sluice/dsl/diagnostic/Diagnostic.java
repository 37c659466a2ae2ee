package dev.sluice.dsl.diagnostic;

import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong in what the user wrote: what, where, and what to do. It is data; {@link
 * DiagnosticRenderer} makes it readable.
 *
 * @param code such as {@code E0301}; listed in {@link Code}
 * @param message lower case, no full stop, user text in backticks
 * @param span the place to underline with carets, in code points of the file
 * @param caretText a few words after the carets, or empty
 * @param labels further places
 * @param help what to write instead, or empty
 */
public record Diagnostic(
    Code code,
    Severity severity,
    String message,
    SourceFile file,
    Span span,
    String caretText,
    List<Label> labels,
    Optional<String> help) {

  public Diagnostic {
    labels = List.copyOf(labels);
  }

  /** An error at a place of a file. */
  public static Diagnostic error(Code code, String message, SourceFile file, Span span) {
    return new Diagnostic(
        code, Severity.ERROR, message, file, span, "", List.of(), Optional.empty());
  }

  /** An error at a place within a scalar; {@code local} counts in the scalar's value. */
  public static Diagnostic error(Code code, String message, Scalar scalar, Span local) {
    return error(code, message, scalar.file(), scalar.at(local));
  }

  /** The same place and code as a warning. */
  public Diagnostic asWarning() {
    return new Diagnostic(code, Severity.WARNING, message, file, span, caretText, labels, help);
  }

  public Diagnostic caret(String text) {
    return new Diagnostic(code, severity, message, file, span, text, labels, help);
  }

  public Diagnostic label(Span place, String text) {
    List<Label> more = new ArrayList<>(labels);
    more.add(new Label(place, text));
    return new Diagnostic(code, severity, message, file, span, caretText, more, help);
  }

  public Diagnostic help(String text) {
    return new Diagnostic(
        code, severity, message, file, span, caretText, labels, Optional.of(text));
  }
}
