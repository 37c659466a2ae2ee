package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Node;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and timestamps, held against the calendar. */
final class Times {

  static final String DATE_HELP = "a date is 2024-01-31; write spaces around a minus";
  static final String TIMESTAMP_HELP =
      "a timestamp is 2024-01-31T12:30:00, then `Z` or `+02:00` where it has a zone";

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIMESTAMP =
      Pattern.compile(DATE + "T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})?");

  private Times() {}

  static Node.DateLiteral date(String written, Span span) {
    if (!DATE.matcher(written).matches()) {
      throw notA("date", written, span).help(DATE_HELP);
    }
    int year = Integer.parseInt(written, 0, 4, 10);
    int month = Integer.parseInt(written, 5, 7, 10);
    int day = Integer.parseInt(written, 8, 10, 10);
    if (year == 0 || month == 0 || month > 12) {
      throw notOn("calendar", written, span).help("years begin at 0001, months are 01 to 12");
    }
    int days = YearMonth.of(year, month).lengthOfMonth();
    if (day == 0 || day > days) {
      throw notOn("calendar", written, span)
          .help(written.substring(0, 7) + " has " + days + " days");
    }
    return new Node.DateLiteral(LocalDate.of(year, month, day), span);
  }

  static Node timestamp(String written, Span span) {
    String upper = written.toUpperCase(Locale.ROOT);
    Matcher matcher = TIMESTAMP.matcher(upper);
    if (!matcher.matches()) {
      throw notA("timestamp", written, span).help(TIMESTAMP_HELP);
    }
    date(upper.substring(0, 10), span);
    try {
      return matcher.group(2) == null
          ? new Node.TimestampLiteral(LocalDateTime.parse(upper), span)
          : new Node.InstantLiteral(OffsetDateTime.parse(upper), span);
    } catch (DateTimeException invalid) {
      throw notOn("clock", written, span)
          .help("hours are 00 to 23, minutes and seconds 00 to 59, offsets up to 18:00");
    }
  }

  static Refusal notA(String what, String written, Span span) {
    return Refusal.of(Code.E0203, "`" + Tokens.cut(written) + "` is not a " + what, span);
  }

  private static Refusal notOn(String what, String written, Span span) {
    return Refusal.of(Code.E0203, "`" + written + "` is not on the " + what, span);
  }
}
