package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Node;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
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
    try {
      LocalDate date = LocalDate.parse(written);
      if (date.getYear() > 0) {
        return new Node.DateLiteral(date, span);
      }
    } catch (DateTimeException invalid) {
      // told below, in words of ours
    }
    throw notOnTheCalendar(written, span);
  }

  static Node timestamp(String written, Span span) {
    String upper = written.toUpperCase(Locale.ROOT);
    var matcher = TIMESTAMP.matcher(upper);
    if (!matcher.matches()) {
      throw notA("timestamp", written, span).help(TIMESTAMP_HELP);
    }
    try {
      boolean zoned = matcher.group(2) != null;
      Node node =
          zoned
              ? new Node.InstantLiteral(OffsetDateTime.parse(upper), span)
              : new Node.TimestampLiteral(LocalDateTime.parse(upper), span);
      if (!upper.startsWith("0000")) {
        return node;
      }
    } catch (DateTimeException invalid) {
      // told below, in words of ours
    }
    throw notOnTheCalendar(written, span);
  }

  static Refusal notA(String what, String written, Span span) {
    return Refusal.of(Code.E0203, "`" + Tokens.cut(written) + "` is not a " + what, span);
  }

  private static Refusal notOnTheCalendar(String written, Span span) {
    return Refusal.of(Code.E0203, "`" + written + "` is not on the calendar or the clock", span);
  }
}
