package dev.sluice.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the command runs in.
 *
 * @param outIsTerminal whether a person reads standard output
 * @param errIsTerminal whether a person reads standard error
 * @param columns of the terminal, or what is taken for it
 * @param directory against which paths are resolved, absolute
 */
record Surroundings(
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    Map<String, String> environment,
    Path directory) {

  /** The columns that are assumed where there is no terminal. */
  static final int COLUMNS = 100;

  private static final int NARROWEST = 40;

  Surroundings {
    environment = Map.copyOf(environment);
    columns = columns <= 0 ? COLUMNS : Math.max(NARROWEST, columns);
  }

  /** Whether colours are wanted where there is a terminal: see no-color.org. */
  boolean likesColour() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty() && canMoveCursor();
  }

  boolean canMoveCursor() {
    return !environment.getOrDefault("TERM", "").equals("dumb");
  }
}
