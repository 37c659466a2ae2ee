package dev.sluice.connectors.csv;

import java.nio.charset.StandardCharsets;

/** Which texts are numbers: digits without leading zeros, a fraction, an exponent. */
final class Numbers {

  private static final String LARGEST = "9223372036854775807";
  private static final String SMALLEST = "9223372036854775808";
  private static final int WIDEST = 38;

  private Numbers() {}

  static int forms(byte[] bytes, int start, int end) {
    boolean negative = bytes[start] == '-';
    int position = negative ? start + 1 : start;
    int digits = digits(bytes, position, end);
    if (digits == 0) {
      return infinity(bytes, position, end);
    }
    if (digits > 1 && bytes[position] == '0') {
      return 0;
    }
    int whole = position + digits;
    if (whole == end) {
      return integer(bytes, position, digits, negative);
    }
    position = whole;
    if (bytes[position] == '.') {
      int fraction = digits(bytes, position + 1, end);
      if (fraction == 0) {
        return 0;
      }
      position += 1 + fraction;
    }
    return position == end || exponent(bytes, position, start, end) ? Form.NUMBER.bit() : 0;
  }

  private static int integer(byte[] bytes, int position, int digits, boolean negative) {
    int forms = Form.NUMBER.bit();
    if (digits <= WIDEST) {
      forms |= Form.WIDE_INTEGER.bit();
    }
    if (digits < LARGEST.length()
        || (digits == LARGEST.length()
            && new String(bytes, position, digits, StandardCharsets.ISO_8859_1)
                    .compareTo(negative ? SMALLEST : LARGEST)
                <= 0)) {
      forms |= Form.INTEGER.bit();
    }
    return forms;
  }

  private static boolean exponent(byte[] bytes, int position, int start, int end) {
    if (bytes[position] != 'e' && bytes[position] != 'E') {
      return false;
    }
    int digit = position + 1;
    if (digit < end && (bytes[digit] == '+' || bytes[digit] == '-')) {
      digit++;
    }
    int digits = digits(bytes, digit, end);
    return digits > 0
        && digit + digits == end
        && Double.isFinite(
            Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)));
  }

  private static int infinity(byte[] bytes, int position, int end) {
    String word = new String(bytes, position, end - position, StandardCharsets.ISO_8859_1);
    return word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity")
        ? Form.NUMBER.bit() | Form.SPECIAL_NUMBER
        : 0;
  }

  private static int digits(byte[] bytes, int position, int end) {
    int at = position;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at - position;
  }
}
