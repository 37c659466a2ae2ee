package dev.sluice.dsl.pattern;

/** Ends the reading of a pattern at its first fault; never leaves this room. */
final class RefusedPattern extends RuntimeException {

  private final transient RegexParser.Outcome.Refused outcome;

  RefusedPattern(RegexParser.Outcome.Refused outcome) {
    super(outcome.message(), null, false, false);
    this.outcome = outcome;
  }

  RegexParser.Outcome.Refused outcome() {
    return outcome;
  }
}
