package dev.sluice.engine.prepare;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;

/** Diagnostics about arguments, which have no file: the argument itself is shown. */
public final class Arguments {

  private Arguments() {}

  private static final String NAME = "command line";

  /** Whether a suite stands on the command line, and in no file. */
  static boolean isSuite(SourceFile suite) {
    return suite.name().equals(NAME);
  }

  /** An error that underlines a whole argument. */
  public static Diagnostic error(Code code, String message, String argument) {
    SourceFile file = new SourceFile(NAME, argument);
    return Diagnostic.error(
        code, message, file, new Span(0, argument.codePointCount(0, argument.length())));
  }
}
