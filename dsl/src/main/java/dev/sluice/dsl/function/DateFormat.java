package dev.sluice.dsl.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A format of {@code is_date}: fields of fixed width, each once at most, and characters between
 * them. A text of the format is a real day of the calendar: years 0001 to 9999; where the year is
 * missing, of a leap year; where the month is missing, of a month of 31 days.
 *
 * @param shape the form of such a text, in the portable subset of regular expressions: digits in
 *     the fields, the other characters as themselves
 * @param offsets where each field begins, in characters from 0
 */
public record DateFormat(String shape, Map<Field, Integer> offsets) {

  /** A field and how it is written. */
  public enum Field {
    YEAR("yyyy"),
    MONTH("MM"),
    DAY("dd"),
    HOUR("HH"),
    MINUTE("mm"),
    SECOND("ss");

    private final String word;

    Field(String word) {
      this.word = word;
    }

    /** As it stands in a format; its length is the number of digits. */
    public String word() {
      return word;
    }
  }

  public DateFormat {
    offsets = Map.copyOf(offsets);
  }

  /** The format of a text such as {@code yyyy-MM-dd}, when it is one. */
  public static Optional<DateFormat> of(String text) {
    StringBuilder shape = new StringBuilder();
    Map<Field, Integer> offsets = new EnumMap<>(Field.class);
    int at = 0;
    while (at < text.length()) {
      Optional<Field> field = fieldAt(text, at);
      if (field.isPresent()) {
        if (offsets.put(field.get(), at) != null) {
          return Optional.empty();
        }
        shape.append("[0-9]{").append(field.get().word().length()).append('}');
        at += field.get().word().length();
      } else {
        char between = text.charAt(at);
        if (between != 'T' && !isBetween(between)) {
          return Optional.empty();
        }
        shape.append(between == 'T' || between == ' ' ? "" : "\\").append(between);
        at++;
      }
    }
    boolean day = offsets.containsKey(Field.DAY) || offsets.containsKey(Field.MONTH);
    return day || offsets.containsKey(Field.YEAR)
        ? Optional.of(new DateFormat(shape.toString(), offsets))
        : Optional.empty();
  }

  static Optional<String> complaint(Object format) {
    return of((String) format).isPresent()
        ? Optional.empty()
        : Optional.of(
            "`"
                + format
                + "` is not a format of dates: it is made of yyyy, MM, dd, HH, mm, ss, each once at"
                + " most, with signs, spaces or T between them");
  }

  /** True when the whole text is a real day (and time of day) in this format. */
  public boolean matches(String text) {
    if (!Pattern.matches(shape, text)) {
      return false;
    }
    try {
      LocalDate.of(
          value(text, Field.YEAR, 2000), value(text, Field.MONTH, 1), value(text, Field.DAY, 1));
    } catch (DateTimeException noSuchDay) {
      return false;
    }
    return value(text, Field.YEAR, 2000) > 0
        && value(text, Field.HOUR, 0) < 24
        && value(text, Field.MINUTE, 0) < 60
        && value(text, Field.SECOND, 0) < 60;
  }

  private int value(String text, Field field, int otherwise) {
    Integer offset = offsets.get(field);
    return offset == null
        ? otherwise
        : Integer.parseInt(text.substring(offset, offset + field.word().length()));
  }

  private static Optional<Field> fieldAt(String text, int at) {
    return Arrays.stream(Field.values())
        .filter(field -> text.startsWith(field.word(), at))
        .findFirst();
  }

  private static boolean isBetween(char character) {
    return character >= ' ' && character < 127 && !Character.isLetterOrDigit(character);
  }
}
