package dev.sluice.engine.gate;

import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Outcome;
import java.util.Optional;

/** A gate does not go through: everything of its transaction is undone. */
final class Stop extends RuntimeException {

  private final Outcome outcome;
  private final transient Optional<Failure> failure;

  Stop(Outcome outcome, String message) {
    super(message);
    this.outcome = outcome;
    this.failure = Optional.empty();
  }

  /** An error: something could not be judged or does not hold. */
  Stop(Failure failure) {
    super(failure.message());
    this.outcome = Outcome.ERROR;
    this.failure = Optional.of(failure);
  }

  Outcome outcome() {
    return outcome;
  }

  Optional<Failure> failure() {
    return failure;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
