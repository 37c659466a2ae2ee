package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.value.ValueParser;
import java.time.ZoneId;

/** What is said about two values that cannot be compared. */
final class Mismatch {

  private Mismatch() {}

  static Diagnostic of(Operand left, Operand right, ZoneId zone, Scope scope) {
    Diagnostic error = compared(left, right, scope);
    String advice = advice(left, right, zone);
    String other = advice.isEmpty() ? advice(right, left, zone) : advice;
    return other.isEmpty() ? error : error.help(other);
  }

  private static Diagnostic compared(Operand left, Operand right, Scope scope) {
    return scope
        .error(
            Code.E0501,
            "cannot compare " + Wording.of(left.node()) + " with " + Wording.of(right.node()),
            right.node().span())
        .caret("this is " + Wording.of(right.type()))
        .label(scope.text().at(left.node().span()), "this is " + Wording.of(left.type()));
  }

  /** A key and the column of another table that it is looked up in. */
  static Diagnostic lookedUp(Operand key, Operand column, Scope scope) {
    Diagnostic error = compared(key, column, scope);
    String function =
        switch (column.type().family()) {
          case TEXT -> key.type().is(Type.Family.INTEGER) ? "text" : "";
          case INTEGER, DECIMAL, DOUBLE -> key.type().is(Type.Family.TEXT) ? "number" : "";
          case DATE -> key.type().is(Type.Family.TEXT) || key.type().isMoment() ? "date" : "";
          case TIMESTAMP ->
              key.type().is(Type.Family.TEXT) || key.type().isMoment() ? "timestamp" : "";
          default -> "";
        };
    return function.isEmpty()
        ? error
        : error.help(
            "write "
                + Wording.quoted(
                    function
                        + "("
                        + Wording.plain(key.node())
                        + ") in "
                        + Wording.plain(column.node())));
  }

  static Diagnostic unordered(Operand left, Scope scope) {
    return scope
        .error(
            Code.E0501,
            "a " + Wording.of(left.type()) + " is neither smaller nor larger than another",
            left.node().span())
        .caret("this is " + Wording.of(left.type()))
        .help("use `=` or `!=`");
  }

  private static String advice(Operand one, Operand other, ZoneId zone) {
    Type type = one.type();
    if (type.is(Type.Family.OTHER) || type.is(Type.Family.JSON)) {
      return "a value of type "
          + Wording.of(type)
          + " can be counted and compared with null, and nothing else";
    }
    if (other.node() instanceof Node.TextLiteral text) {
      return quoted(text.value(), type, zone);
    }
    if (other.type().is(Type.Family.TEXT) && one.node() instanceof Node.NumberLiteral number) {
      return "write the text `'"
          + number.text()
          + "'`, or read the column as a number: `number("
          + Wording.plain(other.node())
          + ")`";
    }
    if (other.type().is(Type.Family.TEXT) && type.isNumber()) {
      return "read the text as a number: `number(" + Wording.plain(other.node()) + ")`";
    }
    if (other.type().is(Type.Family.TEXT) && type.is(Type.Family.DATE)) {
      return "read the text as a date: `date(" + Wording.plain(other.node()) + ")`";
    }
    if (type.is(Type.Family.DURATION) && other.type().isNumber()) {
      return "a duration has a unit, such as `90 minutes`";
    }
    boolean column = !(other.node() instanceof Node.Call call && Calls.readsClock(call));
    if (type.is(Type.Family.DURATION) && other.type().isMoment() && column) {
      return "the time since a moment is `age(" + Wording.plain(other.node()) + ")`";
    }
    return type.is(Type.Family.BOOLEAN) ? "a boolean is `true` or `false`" : "";
  }

  /** About a text literal beside a value of another type. */
  private static String quoted(String text, Type type, ZoneId zone) {
    if (text.matches("\\$[\\p{L}_][\\p{L}\\p{N}_]*")) {
      return "a parameter has no quotes: `" + text + "`";
    }
    if (type.is(Type.Family.UUID) || type.is(Type.Family.TIME)) {
      return "`'" + text + "'` is no " + Wording.of(type);
    }
    boolean fits = ValueParser.parse(text, type, zone).isPresent();
    if (type.isNumber()) {
      return fits ? "a number has no quotes: `" + text + "`" : "a number has no quotes";
    }
    if (type.isMoment()) {
      String example = type.is(Type.Family.DATE) ? "2024-01-31" : "2024-01-31T12:30:00";
      return "a "
          + (type.is(Type.Family.DATE) ? "date" : "timestamp")
          + " has no quotes: `"
          + (fits && !text.contains(" ") ? text : example)
          + "`";
    }
    if (type.is(Type.Family.BOOLEAN)) {
      return "a boolean is `true` or `false`, without quotes";
    }
    return type.is(Type.Family.DURATION) ? "a duration has no quotes: `90 minutes`" : "";
  }
}
