package dev.sluice.engine.suggest;

import dev.sluice.dsl.diagnostic.Diagnostic;
import java.util.List;

/**
 * A first suite.
 *
 * @param text the whole file, in the spelling of {@code fmt}
 * @param lines how many expectations it holds
 * @param warnings about the files that it was drawn from
 */
public record Draft(String text, int lines, List<Diagnostic> warnings) {

  public Draft {
    warnings = List.copyOf(warnings);
  }
}
