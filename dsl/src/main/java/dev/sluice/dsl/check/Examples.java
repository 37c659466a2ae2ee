package dev.sluice.dsl.check;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.TypeWords;

/** How values of a type are written, and what is said about a type that is not known. */
final class Examples {

  private Examples() {}

  static String of(Type type) {
    return switch (type.family()) {
      case INTEGER -> "an integer, such as `42`";
      case DECIMAL, DOUBLE -> "a number, such as `2.5`";
      case BOOLEAN -> "`true` or `false`";
      case DATE -> "a date, such as `2024-01-31`";
      case TIME -> "a time, such as `12:30:00`";
      case TIMESTAMP -> "a timestamp, such as `2024-01-31T12:30:00`";
      case TIMESTAMPTZ -> "a timestamp with its zone, such as `2024-01-31T12:30:00Z`";
      case DURATION -> "a duration, such as `90 minutes`";
      case UUID -> "a uuid";
      default -> "a value of type " + type.text();
    };
  }

  static Diagnostic unknownType(Scalar text, String word, Span span) {
    String advice = DidYouMean.phrase(word, TypeWords.all());
    return Diagnostic.error(Code.E0507, "no type `" + word + "`", text, span)
        .help(
            advice.isEmpty()
                ? "types are text, integer, decimal, double, boolean, date, time, timestamp,"
                    + " timestamptz, duration, uuid, json and binary"
                : advice);
  }

  /** All of a scalar's value. */
  static Span whole(Scalar scalar) {
    return new Span(0, scalar.value().codePointCount(0, scalar.value().length()));
  }
}
