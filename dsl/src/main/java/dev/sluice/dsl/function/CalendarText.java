package dev.sluice.dsl.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and timestamps spelled as text, strictly: four digits of a year, a real calendar day. */
public final class CalendarText {

  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern TIME =
      Pattern.compile("([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,6}))?)?");

  private CalendarText() {}

  /** {@code yyyy-MM-dd}, years 0001 to 9999. */
  public static Optional<LocalDate> date(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches() || matcher.group(1).equals("0000")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** {@code HH:mm}, {@code HH:mm:ss}, with up to 6 digits of a fraction. */
  public static Optional<LocalTime> time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String fraction = matcher.group(4);
    int nano = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    try {
      return Optional.of(
          LocalTime.of(
              number(matcher, 1),
              number(matcher, 2),
              matcher.group(3) == null ? 0 : number(matcher, 3),
              nano));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  /** A date, {@code T} or one space, a time of day. */
  public static Optional<LocalDateTime> timestamp(String text) {
    if (text.length() < 12 || (text.charAt(10) != 'T' && text.charAt(10) != ' ')) {
      return Optional.empty();
    }
    Optional<LocalTime> time = time(text.substring(11));
    return date(text.substring(0, 10)).flatMap(day -> time.map(day::atTime));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
