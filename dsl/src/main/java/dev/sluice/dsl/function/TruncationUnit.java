package dev.sluice.dsl.function;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code date_trunc} truncates to. */
enum TruncationUnit {
  YEAR,
  QUARTER,
  MONTH,
  WEEK,
  DAY,
  HOUR,
  MINUTE,
  SECOND;

  static Optional<TruncationUnit> of(String word) {
    return Arrays.stream(values())
        .filter(unit -> unit.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  static Optional<String> complaint(Object word) {
    return of((String) word).isPresent()
        ? Optional.empty()
        : Optional.of(
            "`"
                + word
                + "` is not a unit of `date_trunc`; it knows "
                + Arrays.stream(values())
                    .map(unit -> "'" + unit.word() + "'")
                    .collect(Collectors.joining(", ")));
  }

  /** The start of the unit in which the moment lies. */
  LocalDateTime start(LocalDateTime moment) {
    LocalDateTime day = moment.truncatedTo(ChronoUnit.DAYS);
    return switch (this) {
      case YEAR -> day.withDayOfYear(1);
      case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
      case MONTH -> day.withDayOfMonth(1);
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case DAY -> day;
      case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
      case MINUTE -> moment.truncatedTo(ChronoUnit.MINUTES);
      case SECOND -> moment.truncatedTo(ChronoUnit.SECONDS);
    };
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
