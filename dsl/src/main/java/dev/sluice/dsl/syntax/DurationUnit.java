package dev.sluice.dsl.syntax;

import java.util.Locale;
import java.util.Optional;

/** The units of a duration. Months and years have no fixed length and are not among them. */
public enum DurationUnit {
  MILLISECOND(1),
  SECOND(1_000),
  MINUTE(60_000),
  HOUR(3_600_000),
  DAY(86_400_000),
  WEEK(604_800_000);

  private final long milliseconds;

  DurationUnit(long milliseconds) {
    this.milliseconds = milliseconds;
  }

  public long milliseconds() {
    return milliseconds;
  }

  /** The singular word in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit of a word, singular or plural, in any case. */
  public static Optional<DurationUnit> of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (DurationUnit unit : values()) {
      if (lower.equals(unit.word()) || lower.equals(unit.word() + "s")) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
