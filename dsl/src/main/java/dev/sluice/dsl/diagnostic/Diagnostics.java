package dev.sluice.dsl.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** Collects diagnostics so that one run tells all of them. Not safe for several threads. */
public final class Diagnostics {

  private final List<Diagnostic> found = new ArrayList<>();

  public void add(Diagnostic diagnostic) {
    if (!found.contains(diagnostic)) {
      found.add(diagnostic);
    }
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  /** Everything found, in the order of finding. */
  public List<Diagnostic> all() {
    return List.copyOf(found);
  }

  /**
   * Stops when an error was found.
   *
   * @throws InvalidInput with all diagnostics, warnings included
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new InvalidInput(found);
    }
  }
}
