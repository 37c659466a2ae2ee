package dev.sluice.dsl.function;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates and times spelled as text, strictly: four digits of a year, a real day, a real time. */
public final class CalendarText {

  /** Real days as {@code yyyy-MM-dd}, years 0001 to 9999, in portable regular expressions. */
  static final String DATE = DateFormat.of("yyyy-MM-dd").orElseThrow().pattern();

  private static final String TIME =
      "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,6})?)?";

  /** A date, {@code T} or one space, a time of day, in portable regular expressions. */
  static final String TIMESTAMP = "(?:" + DATE + ")[T ]" + TIME;

  private static final Pattern DATE_PATTERN = Pattern.compile(DATE);
  private static final Pattern TIME_PATTERN = Pattern.compile(TIME);
  private static final Pattern TIMESTAMP_PATTERN = Pattern.compile(TIMESTAMP);

  private CalendarText() {}

  /** {@code yyyy-MM-dd}, years 0001 to 9999. */
  public static Optional<LocalDate> date(String text) {
    return DATE_PATTERN.matcher(text).matches()
        ? Optional.of(LocalDate.parse(text))
        : Optional.empty();
  }

  /** {@code HH:mm}, {@code HH:mm:ss}, with up to 6 digits of a fraction. */
  public static Optional<LocalTime> time(String text) {
    return TIME_PATTERN.matcher(text).matches()
        ? Optional.of(LocalTime.parse(text))
        : Optional.empty();
  }

  /** A date, {@code T} or one space, a time of day. */
  public static Optional<LocalDateTime> timestamp(String text) {
    return TIMESTAMP_PATTERN.matcher(text).matches()
        ? Optional.of(LocalDateTime.parse(text.replace(' ', 'T')))
        : Optional.empty();
  }
}
