package dev.sluice.cli;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;

/** Collects what is wrong in the arguments, so that one run tells all of it. */
final class Mistakes {

  private final CommandLineText text;
  private final Diagnostics diagnostics = new Diagnostics();

  Mistakes(CommandLineText text) {
    this.text = text;
  }

  /** The value of an option is wrong. */
  void value(String option, String value, String message, String help) {
    Diagnostic mistake = text.at(option, value, message);
    diagnostics.add(help.isEmpty() ? mistake : mistake.help(help));
  }

  /** An argument is wrong. */
  void argument(String argument, String message, String help) {
    Diagnostic mistake = text.at(argument, message);
    diagnostics.add(help.isEmpty() ? mistake : mistake.help(help));
  }

  /**
   * Stops when there was any.
   *
   * @throws dev.sluice.dsl.diagnostic.InvalidInput with all of them
   */
  void throwIfAny() {
    diagnostics.throwIfErrors();
  }
}
