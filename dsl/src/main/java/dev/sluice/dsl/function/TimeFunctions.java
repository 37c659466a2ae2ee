package dev.sluice.dsl.function;

import static dev.sluice.dsl.function.Arguments.text;
import static dev.sluice.dsl.function.Arguments.value;
import static dev.sluice.dsl.function.Typings.CLOCK;
import static dev.sluice.dsl.function.Typings.DATE;
import static dev.sluice.dsl.function.Typings.LOCAL;
import static dev.sluice.dsl.function.Typings.MOMENT;
import static dev.sluice.dsl.function.Typings.TEXT;
import static dev.sluice.dsl.function.Typings.TIMESTAMP;

import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;
import java.util.List;
import java.util.function.Predicate;

/** Functions of dates and times. They read the calendar and the clock of the value itself. */
final class TimeFunctions {

  static final Function NOW =
      Define.strict(
          "now",
          "now()",
          "the instant at which the run began, the same everywhere",
          Typings.of(Type.TIMESTAMPTZ, List.of()),
          (arguments, types, result) -> {
            throw new IllegalStateException("`now` is a constant of the run");
          });

  static final Function AGE =
      Define.strict(
          "age",
          "age(moment)",
          "the time from the moment to `now()`; negative for a moment that is still to come",
          Typings.of(Type.DURATION, List.of(MOMENT)),
          (arguments, types, result) -> {
            throw new IllegalStateException("`age` is `now() - moment`");
          });

  private TimeFunctions() {}

  static final List<Function> ALL =
      List.of(
          NOW,
          AGE,
          field("year", "the year", LOCAL, ChronoField.YEAR),
          field("month", "the month, 1 to 12", LOCAL, ChronoField.MONTH_OF_YEAR),
          field("day", "the day of the month, 1 to 31", LOCAL, ChronoField.DAY_OF_MONTH),
          field(
              "day_of_week",
              "the day of the week, 1 (Monday) to 7 (Sunday)",
              LOCAL,
              ChronoField.DAY_OF_WEEK),
          field("hour", "the hour, 0 to 23", CLOCK, ChronoField.HOUR_OF_DAY),
          field("minute", "the minute, 0 to 59", CLOCK, ChronoField.MINUTE_OF_HOUR),
          field(
              "second",
              "the whole second, 0 to 59, without its fraction",
              CLOCK,
              ChronoField.SECOND_OF_MINUTE),
          Define.strict(
              "date",
              "date(text or moment)",
              "the date that the text spells as yyyy-MM-dd, years 0001 to 9999, null for any other"
                  + " text; of a timestamp its day",
              Typings.any(
                  Typings.of(Type.DATE, List.of(TEXT)), Typings.of(Type.DATE, List.of(LOCAL))),
              (arguments, types, result) -> {
                Object value = value(arguments, 0);
                if (value instanceof String text) {
                  return CalendarText.date(text).orElse(null);
                }
                return value instanceof LocalDateTime local ? local.toLocalDate() : value;
              }),
          Define.strict(
              "timestamp",
              "timestamp(text or moment)",
              "the timestamp that the text spells as yyyy-MM-dd HH:mm:ss, with T or one space"
                  + " between, up to 6 digits of a fraction, and no zone; null for any other text;"
                  + " of a date its start",
              Typings.any(
                  Typings.of(Type.TIMESTAMP, List.of(TEXT)),
                  Typings.of(Type.TIMESTAMP, List.of(LOCAL))),
              (arguments, types, result) -> {
                Object value = value(arguments, 0);
                if (value instanceof String text) {
                  return CalendarText.timestamp(text).orElse(null);
                }
                return value instanceof LocalDate day ? day.atStartOfDay() : value;
              }),
          Define.strict(
              "date_trunc",
              "date_trunc('unit', moment)",
              "the start of the year, quarter, month, week (Monday), day, hour, minute or second;"
                  + " of a date a date",
              Typings.any(
                  Typings.of(Type.DATE, List.of(TEXT, DATE)),
                  Typings.of(Type.TIMESTAMP, List.of(TEXT, TIMESTAMP))),
              new Function.ConstantArgument(0, TruncationUnit::complaint),
              (arguments, types, result) -> {
                TruncationUnit unit = TruncationUnit.of(text(arguments, 0)).orElseThrow();
                Object value = value(arguments, 1);
                return value instanceof LocalDate day
                    ? unit.start(day.atStartOfDay()).toLocalDate()
                    : unit.start((LocalDateTime) value);
              }));

  private static Function field(
      String name, String documentation, Predicate<Type> accepted, TemporalField field) {
    String argument = accepted == CLOCK ? "time" : "date";
    return Define.strict(
        name,
        name + "(" + argument + ")",
        documentation,
        Typings.of(Type.INTEGER, List.of(accepted)),
        (arguments, types, result) ->
            BigDecimal.valueOf(((TemporalAccessor) value(arguments, 0)).get(field)));
  }
}
