package dev.sluice.dsl.function;

import static dev.sluice.dsl.function.Arguments.number;
import static dev.sluice.dsl.function.Arguments.text;
import static dev.sluice.dsl.function.Arguments.value;
import static dev.sluice.dsl.function.Typings.DATE;
import static dev.sluice.dsl.function.Typings.INSTANT;
import static dev.sluice.dsl.function.Typings.LOCAL;
import static dev.sluice.dsl.function.Typings.NUMBER;
import static dev.sluice.dsl.function.Typings.PLAIN;
import static dev.sluice.dsl.function.Typings.TEXT;

import dev.sluice.dsl.type.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Conversions that typing puts in; sentences cannot call them. */
final class Conversions {

  static final Function TO_TIMESTAMP =
      Define.strict(
          "to timestamp",
          "date as timestamp",
          "the start of the day",
          Typings.of(Type.TIMESTAMP, List.of(DATE)),
          (arguments, types, result) -> ((LocalDate) value(arguments, 0)).atStartOfDay());

  static final Function TO_INSTANT =
      Define.strict(
          "to instant",
          "date or timestamp in 'zone'",
          "the instant at which clocks of the zone show it; of the two in an hour that is repeated"
              + " the later, of an hour that is left out as if the clocks had not been changed",
          Typings.of(Type.TIMESTAMPTZ, List.of(LOCAL, TEXT)),
          new Function.ConstantArgument(1, Conversions::zoneComplaint),
          (arguments, types, result) -> {
            Object value = value(arguments, 0);
            LocalDateTime local =
                value instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) value;
            return local
                .atZone(ZoneId.of(text(arguments, 1)))
                .withLaterOffsetAtOverlap()
                .toInstant();
          });

  static final Function TO_LOCAL =
      Define.strict(
          "to local",
          "instant in 'zone'",
          "what the clocks of the zone show at that instant",
          Typings.of(Type.TIMESTAMP, List.of(INSTANT, TEXT)),
          new Function.ConstantArgument(1, Conversions::zoneComplaint),
          (arguments, types, result) ->
              LocalDateTime.ofInstant(
                  (Instant) value(arguments, 0), ZoneId.of(text(arguments, 1))));

  static final Function TO_DOUBLE =
      Define.strict(
          "to double",
          "number as double",
          "the nearest double",
          Typings.of(Type.DOUBLE, List.of(NUMBER)),
          (arguments, types, result) -> number(arguments, 0));

  /** The one conversion that may be called, as {@code text(value)}. */
  static final Function TO_TEXT =
      Define.strict(
          "text",
          "text(value)",
          "an integer, true or false, a date as yyyy-MM-dd, or a uuid in lower case, as text",
          Typings.of(Type.TEXT, List.of(PLAIN)),
          (arguments, types, result) -> value(arguments, 0).toString());

  private Conversions() {}

  private static Optional<String> zoneComplaint(Object zone) {
    try {
      ZoneId.of((String) zone);
      return Optional.empty();
    } catch (DateTimeException unknown) {
      return Optional.of("`" + zone + "` is not a time zone");
    }
  }
}
