package dev.sluice.dsl.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A format of {@code is_date}: fields of fixed width, each once at most, and signs between them. A
 * text of the format is a real day of the calendar: years 0001 to 9999; where the year is missing,
 * of a leap year; where the month is missing, of a month of 31 days.
 */
public final class DateFormat {

  private enum Field {
    YEAR("yyyy", ""),
    MONTH("MM", ""),
    DAY("dd", ""),
    HOUR("HH", "(?:[01][0-9]|2[0-3])"),
    MINUTE("mm", "[0-5][0-9]"),
    SECOND("ss", "[0-5][0-9]");

    private final String word;
    private final String clock;

    Field(String word, String clock) {
      this.word = word;
      this.clock = clock;
    }
  }

  /** Months, the days that they have, and the years in which they do. */
  private record Days(String month, String day, String year) {

    private String pattern(Field field) {
      return switch (field) {
        case YEAR -> year;
        case MONTH -> month;
        case DAY -> day;
        case HOUR, MINUTE, SECOND -> field.clock;
      };
    }
  }

  private static final String YEAR = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])";
  private static final String FOURTH = "(?:0[48]|[2468][048]|[13579][26])";
  private static final String LEAP_YEAR = "(?:[0-9]{2}" + FOURTH + "|" + FOURTH + "00)";

  private static final List<Days> CALENDAR =
      List.of(
          new Days("(?:0[13578]|1[02])", "(?:0[1-9]|[12][0-9]|3[01])", YEAR),
          new Days("(?:0[469]|11)", "(?:0[1-9]|[12][0-9]|30)", YEAR),
          new Days("02", "(?:0[1-9]|1[0-9]|2[0-8])", YEAR),
          new Days("02", "29", LEAP_YEAR));

  private final String pattern;

  private DateFormat(String pattern) {
    this.pattern = pattern;
  }

  /** The format of a text such as {@code yyyy-MM-dd}, when it is one. */
  public static Optional<DateFormat> of(String text) {
    Set<Field> seen = EnumSet.noneOf(Field.class);
    List<Object> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Optional<Field> field = fieldAt(text, at);
      if (field.isPresent()) {
        if (!seen.add(field.get())) {
          return Optional.empty();
        }
        parts.add(field.get());
        at += field.get().word.length();
      } else {
        char between = text.charAt(at++);
        if (between != 'T' && !isSign(between)) {
          return Optional.empty();
        }
        parts.add((between == 'T' || between == ' ' ? "" : "\\") + between);
      }
    }
    boolean ofDays =
        seen.contains(Field.YEAR) || seen.contains(Field.MONTH) || seen.contains(Field.DAY);
    boolean clock = !seen.contains(Field.MINUTE) || seen.contains(Field.HOUR);
    return ofDays && clock ? Optional.of(new DateFormat(pattern(parts))) : Optional.empty();
  }

  /** The texts of this format, in the portable subset of regular expressions. */
  public String pattern() {
    return pattern;
  }

  boolean matches(String text) {
    return Pattern.matches(pattern, text);
  }

  static Optional<String> complaint(Object format) {
    return of((String) format).isPresent()
        ? Optional.empty()
        : Optional.of(
            "`"
                + format
                + "` is not a format of dates: it is made of yyyy, MM (months), dd, HH, mm (minutes),"
                + " ss, each once at most, with signs, spaces or T between them");
  }

  private static String pattern(List<Object> parts) {
    return CALENDAR.stream()
        .map(
            days ->
                parts.stream()
                    .map(part -> part instanceof Field field ? days.pattern(field) : "" + part)
                    .collect(Collectors.joining()))
        .distinct()
        .collect(Collectors.joining("|"));
  }

  private static Optional<Field> fieldAt(String text, int at) {
    return Arrays.stream(Field.values())
        .filter(field -> text.startsWith(field.word, at))
        .findFirst();
  }

  private static boolean isSign(char character) {
    return character >= ' ' && character < 127 && !Character.isLetterOrDigit(character);
  }
}
