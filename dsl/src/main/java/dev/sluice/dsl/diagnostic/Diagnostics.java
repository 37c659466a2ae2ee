package dev.sluice.dsl.diagnostic;

import dev.sluice.dsl.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects diagnostics so that one run tells all of them. Not safe for several threads. */
public final class Diagnostics {

  private final Set<Diagnostic> found = new LinkedHashSet<>();

  /** Adds it, unless the very same was added before. */
  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  /**
   * Everything found: file by file in the order of their first finding, each from top to bottom.
   */
  public List<Diagnostic> all() {
    List<SourceFile> files = found.stream().map(Diagnostic::file).distinct().toList();
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.<Diagnostic>comparingInt(each -> files.indexOf(each.file()))
            .thenComparingInt(each -> each.span().start()));
    return List.copyOf(sorted);
  }

  /**
   * Stops when an error was found.
   *
   * @throws InvalidInput with all diagnostics, warnings included
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new InvalidInput(all());
    }
  }
}
