package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.syntax.Node;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Literals and parameters as text. */
final class Literals {

  private static final DateTimeFormatter SECONDS =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private Literals() {}

  static String text(Node node) {
    if (node instanceof Node.NumberLiteral number) {
      return number.text();
    }
    if (node instanceof Node.TextLiteral text) {
      return "'" + text.value().replace("'", "''") + "'";
    }
    if (node instanceof Node.BooleanLiteral literal) {
      return Boolean.toString(literal.value());
    }
    if (node instanceof Node.DateLiteral date) {
      return date.value().toString();
    }
    if (node instanceof Node.TimestampLiteral timestamp) {
      return seconds(timestamp.value());
    }
    if (node instanceof Node.InstantLiteral instant) {
      ZoneOffset offset = instant.value().getOffset();
      return seconds(instant.value().toLocalDateTime()) + offset.getId();
    }
    if (node instanceof Node.DurationLiteral duration) {
      return Amounts.duration(duration.amount(), duration.unit());
    }
    if (node instanceof Node.Parameter parameter) {
      return "$" + parameter.name();
    }
    return "null";
  }

  private static String seconds(LocalDateTime time) {
    return SECONDS.format(time);
  }
}
