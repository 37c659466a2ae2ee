package dev.sluice.connectors.csv;

/** Which texts are dates and times: ISO 8601 alone, four digits to the year, a real calendar. */
final class Moments {

  private static final int DATE_LENGTH = 10;
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Moments() {}

  static int forms(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length >= 8 && bytes[start + 2] == ':') {
      return timeEnd(bytes, start, end) == end ? Form.TIME.bit() : 0;
    }
    if (length < DATE_LENGTH || !isDate(bytes, start)) {
      return 0;
    }
    if (length == DATE_LENGTH) {
      return Form.DATE.bit() | Form.TIMESTAMP.bit();
    }
    byte separator = bytes[start + DATE_LENGTH];
    if (separator != ' ' && separator != 'T') {
      return 0;
    }
    int zone = timeEnd(bytes, start + DATE_LENGTH + 1, end);
    if (zone == end) {
      return Form.TIMESTAMP.bit();
    }
    return zone > 0 && isZone(bytes, zone, end) ? Form.TIMESTAMPTZ.bit() : 0;
  }

  private static boolean isDate(byte[] bytes, int at) {
    int year = number(bytes, at, 2) * 100 + number(bytes, at + 2, 2);
    int month = number(bytes, at + 5, 2);
    int day = number(bytes, at + 8, 2);
    boolean formed =
        number(bytes, at, 2) >= 0
            && number(bytes, at + 2, 2) >= 0
            && bytes[at + 4] == '-'
            && bytes[at + 7] == '-';
    return formed && year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  /** Where a time of day ends, or -1. */
  private static int timeEnd(byte[] bytes, int at, int end) {
    if (end - at < 8 || bytes[at + 2] != ':' || bytes[at + 5] != ':') {
      return -1;
    }
    int hour = number(bytes, at, 2);
    int minute = number(bytes, at + 3, 2);
    int second = number(bytes, at + 6, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return -1;
    }
    int position = at + 8;
    if (position == end || bytes[position] != '.') {
      return position;
    }
    int fraction = position + 1;
    while (fraction < end && bytes[fraction] >= '0' && bytes[fraction] <= '9') {
      fraction++;
    }
    int digits = fraction - position - 1;
    return digits >= 1 && digits <= 6 ? fraction : -1;
  }

  /** {@code Z}, {@code +02} or {@code +02:00}. */
  private static boolean isZone(byte[] bytes, int at, int end) {
    int length = end - at;
    if (length == 1) {
      return bytes[at] == 'Z';
    }
    boolean signed = bytes[at] == '+' || bytes[at] == '-';
    int hours = length >= 3 ? number(bytes, at + 1, 2) : -1;
    int minutes = length == 6 && bytes[at + 3] == ':' ? number(bytes, at + 4, 2) : 0;
    return signed
        && (length == 3 || length == 6)
        && (length == 3 || bytes[at + 3] == ':')
        && hours >= 0
        && hours <= 15
        && minutes >= 0
        && minutes <= 59;
  }

  /** The value of some digits, or -1000 when they are not digits. */
  private static int number(byte[] bytes, int at, int digits) {
    int value = 0;
    for (int index = at; index < at + digits; index++) {
      int digit = bytes[index] - '0';
      if (digit < 0 || digit > 9) {
        return -1000;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
