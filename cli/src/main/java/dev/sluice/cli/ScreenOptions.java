package dev.sluice.cli;

import picocli.CommandLine.Option;

/** The options that every command has. */
final class ScreenOptions {

  @Option(
      names = "--verbose",
      description = "Tell the SQL too, and where in the program an error came from.")
  private boolean verbose;

  @Option(names = "--no-color", description = "No colours, even on a terminal.")
  private boolean noColour;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  boolean verbose() {
    return verbose;
  }

  boolean colour() {
    return !noColour;
  }
}
