package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.value.ValueParser;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;

/** A value that is to be written into a column. */
public final class Fitting {

  private Fitting() {}

  /**
   * The value as one of the column's type; what a database would alter or refuse is an error.
   *
   * @param zone in which a timestamp without zone is read
   */
  public static Expression fit(
      Expression value, Column column, Node node, ZoneId zone, Scope scope) {
    Type from = value.type();
    Type to = column.type();
    if (Unknown.is(from) || Unknown.is(to)) {
      return value;
    }
    if (value instanceof Constant constant && constant.value() instanceof BigDecimal number) {
      return number(number, column, node, scope);
    }
    boolean widens = from.isNumber() && to.isNumber() && from.family().compareTo(to.family()) <= 0;
    boolean same = from.family() == to.family() && (from.equals(to) || !from.is(Type.Family.OTHER));
    if (same || widens) {
      return value;
    }
    if (from.is(Type.Family.TIMESTAMPTZ) && to.is(Type.Family.TIMESTAMP)) {
      return Alignment.local(value, zone);
    }
    boolean finer = from.isMoment() && to.isMoment() && from.family().compareTo(to.family()) < 0;
    if (finer) {
      return new Alignment(zone).moment(value, to.family());
    }
    return read(value, to, zone).orElseThrow(() -> Refusal.of(misfit(column, node, from, scope)));
  }

  /** Types without a literal of their own are written as text. */
  private static Optional<Expression> read(Expression value, Type type, ZoneId zone) {
    boolean wanted =
        type.is(Type.Family.UUID) || type.is(Type.Family.TIME) || type.is(Type.Family.JSON);
    return wanted && value instanceof Constant constant && constant.value() instanceof String text
        ? ValueParser.parse(text, type, zone).map(read -> new Constant(read, type))
        : Optional.empty();
  }

  private static Expression number(BigDecimal number, Column column, Node node, Scope scope) {
    Type type = column.type();
    if (type.is(Type.Family.DOUBLE)) {
      return new Constant(number.doubleValue(), Type.DOUBLE);
    }
    BigDecimal plain = Literals.plain(number);
    boolean whole = plain.scale() == 0;
    if (type.is(Type.Family.INTEGER) && whole) {
      return new Constant(plain, Type.INTEGER);
    }
    if (type.is(Type.Family.DECIMAL) && fits(plain, type)) {
      return new Constant(plain, Type.DECIMAL);
    }
    throw Refusal.of(misfit(column, node, whole ? Type.INTEGER : Type.DECIMAL, scope));
  }

  private static boolean fits(BigDecimal value, Type type) {
    return type.precision() == 0
        || (value.scale() <= type.scale()
            && value.precision() - value.scale() <= type.precision() - type.scale());
  }

  private static Diagnostic misfit(Column column, Node node, Type from, Scope scope) {
    Diagnostic error =
        scope
            .error(
                Code.E0507,
                Wording.of(node) + " does not fit into `" + column.name() + "`",
                node.span())
            .caret("this is " + Wording.of(from) + ", the column is " + Wording.of(column.type()));
    return advice(column.type(), from).map(error::help).orElse(error);
  }

  private static Optional<String> advice(Type to, Type from) {
    if (to.is(Type.Family.TEXT)) {
      return Optional.of("text takes single quotes");
    }
    if (from.is(Type.Family.TEXT) && (to.isNumber() || to.isMoment())) {
      return Optional.of("only text takes quotes");
    }
    if (to.is(Type.Family.DECIMAL) && from.isNumber()) {
      return Optional.of(
          "it holds "
              + (to.precision() - to.scale())
              + " digits before the point and "
              + to.scale()
              + " behind it");
    }
    return to.is(Type.Family.INTEGER) && from.isNumber()
        ? Optional.of("give a whole number")
        : Optional.empty();
  }
}
