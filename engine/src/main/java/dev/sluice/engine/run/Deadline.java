package dev.sluice.engine.run;

import java.time.Duration;

/** The moment by which a run must have ended. */
public final class Deadline {

  private final Duration limit;
  private final long end;

  private Deadline(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  /** The deadline that lies the given time ahead. */
  public static Deadline in(Duration limit) {
    return new Deadline(limit);
  }

  /** The whole time that was given. */
  public Duration limit() {
    return limit;
  }

  /** What is left; zero when it has passed. */
  public Duration remaining() {
    long left = end - System.nanoTime();
    return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
  }

  public boolean passed() {
    return remaining().isZero();
  }
}
