package dev.sluice.engine.flow;

import dev.sluice.dsl.diagnostic.Diagnostic;
import java.util.List;

/**
 * What a request would do.
 *
 * @param text the scans, their SQL, and how lines were read
 * @param warnings about the suites and the files that they read
 */
public record Explained(String text, List<Diagnostic> warnings) {

  public Explained {
    warnings = List.copyOf(warnings);
  }
}
