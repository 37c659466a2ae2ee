package dev.sluice.engine.suggest;

import java.util.List;

/**
 * A first suite.
 *
 * @param text the whole file, in the spelling of {@code fmt}
 * @param lines how many expectations it holds
 * @param notes what people should know beside it
 */
public record Draft(String text, int lines, List<String> notes) {

  public Draft {
    notes = List.copyOf(notes);
  }
}
