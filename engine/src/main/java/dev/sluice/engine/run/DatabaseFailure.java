package dev.sluice.engine.run;

import dev.sluice.engine.report.Failure;

/** The database refused, was busy, ran out of time or was lost: exit code 3. */
public final class DatabaseFailure extends RuntimeException {

  private final transient Failure failure;

  public DatabaseFailure(Failure failure, Throwable cause) {
    super(failure.message(), cause);
    this.failure = failure;
  }

  public DatabaseFailure(String code, String message) {
    super(message);
    this.failure = new Failure(code, message);
  }

  public Failure failure() {
    return failure;
  }
}
