package dev.sluice.connectors.csv;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The forms of text that make a column something other than text; one bit each. */
enum Form {
  /** An integer of 64 bits, without plus sign and leading zeros, so that 007 stays text. */
  INTEGER(1 << 0, "an integer"),
  /** An integer of up to 38 digits. */
  WIDE_INTEGER(1 << 1, "an integer of at most 38 digits"),
  /** A number with or without fraction and exponent; NaN and infinities fit, and prove nothing. */
  NUMBER(1 << 2, "a number"),
  /** {@code true} or {@code false}, in any case. */
  BOOLEAN(1 << 3, "true or false"),
  /** {@code 2024-01-31}, in the calendar. */
  DATE(1 << 4, "a date such as 2024-01-31"),
  /** A date, or date and time without zone. */
  TIMESTAMP(1 << 5, "a timestamp such as 2024-01-31 12:30:00"),
  /** Date and time with {@code Z} or an offset. */
  TIMESTAMPTZ(1 << 6, "a timestamp with zone such as 2024-01-31T12:30:00Z"),
  /** {@code 12:30:00}, with up to six digits of a second's fraction. */
  TIME(1 << 7, "a time such as 12:30:00");

  private final int bit;
  private final String words;

  Form(int bit, String words) {
    this.bit = bit;
    this.words = words;
  }

  String words() {
    return words;
  }

  int bit() {
    return bit;
  }

  /** Set when the text is one of the special numbers, which fit a column and do not make one. */
  static final int SPECIAL_NUMBER = 1 << 16;

  /** The bits of all forms that a text has. */
  static int of(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length == 0 || length > 64) {
      return 0;
    }
    byte first = bytes[start];
    if (first == '-' || (first >= '0' && first <= '9')) {
      int moment = Moments.forms(bytes, start, end);
      return moment != 0 ? moment : Numbers.forms(bytes, start, end);
    }
    return word(new String(bytes, start, length, StandardCharsets.ISO_8859_1));
  }

  private static int word(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "false" -> BOOLEAN.bit();
      case "nan", "inf", "infinity" -> NUMBER.bit() | SPECIAL_NUMBER;
      default -> 0;
    };
  }
}
