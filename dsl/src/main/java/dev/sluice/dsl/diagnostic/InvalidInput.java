package dev.sluice.dsl.diagnostic;

import java.util.List;

/** What the user wrote cannot be run: exit code 2. It carries every diagnostic found so far. */
public final class InvalidInput extends RuntimeException {

  private final transient List<Diagnostic> diagnostics;

  public InvalidInput(List<Diagnostic> diagnostics) {
    super(diagnostics.isEmpty() ? "invalid input" : diagnostics.get(0).message());
    this.diagnostics = List.copyOf(diagnostics);
  }

  public InvalidInput(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
