package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.value.ValueParser;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Brings two values to one family where the language says how: a date counts from its start, a
 * timestamp without zone is read in the suite's.
 */
final class Alignment {

  /** A typed node. */
  record Operand(Expression value, Node node) {
    Type type() {
      return value.type();
    }
  }

  /** Two values of one family, or two numbers. */
  record Pair(Expression left, Expression right) {}

  private final ZoneId zone;

  Alignment(ZoneId zone) {
    this.zone = zone;
  }

  /** Both sides of a comparison; what cannot be compared is refused. */
  Pair compared(Operand left, Operand right, boolean ordered, Scope scope) {
    Type first = left.type();
    Type second = right.type();
    if (Unknown.is(first) || Unknown.is(second)) {
      return new Pair(left.value(), right.value());
    }
    Optional<Pair> pair =
        Families.haveEquality(first) && Families.haveEquality(second)
            ? together(left.value(), right.value())
            : Optional.empty();
    if (pair.isEmpty()) {
      throw Refusal.of(Mismatch.of(left, right, zone, scope));
    }
    if (ordered && !Families.haveOrder(pair.get().left().type())) {
      throw Refusal.of(Mismatch.unordered(left, scope));
    }
    return pair.get();
  }

  /** Two values of one family, where there is one. */
  Optional<Pair> together(Expression left, Expression right) {
    Type first = left.type();
    Type second = right.type();
    if (first.family() == second.family() || (first.isNumber() && second.isNumber())) {
      return Optional.of(new Pair(left, right));
    }
    if (first.isMoment() && second.isMoment()) {
      return Optional.of(moments(left, right));
    }
    return read(right, first)
        .map(constant -> new Pair(left, constant))
        .or(() -> read(left, second).map(constant -> new Pair(constant, right)));
  }

  private Pair moments(Expression left, Expression right) {
    if (isLocal(left, right) || isLocal(right, left)) {
      return new Pair(local(left), local(right));
    }
    Type.Family finer =
        left.type().family().compareTo(right.type().family()) > 0
            ? left.type().family()
            : right.type().family();
    return new Pair(moment(left, finer), moment(right, finer));
  }

  /**
   * An instant known beforehand is compared in the zone of the column, not the column as an
   * instant: the same answer where the zone never changes its offset, and an index stays of use.
   */
  private boolean isLocal(Expression constant, Expression other) {
    return constant instanceof Constant
        && constant.type().is(Type.Family.TIMESTAMPTZ)
        && !(other instanceof Constant)
        && !other.type().is(Type.Family.TIMESTAMPTZ)
        && zone.getRules().isFixedOffset();
  }

  private Expression local(Expression value) {
    return value.type().is(Type.Family.TIMESTAMPTZ)
        ? local(value, zone)
        : moment(value, Type.Family.TIMESTAMP);
  }

  /** An instant as what clocks of the zone show. */
  static Expression local(Expression instant, ZoneId zone) {
    return Folding.fold(
        new Apply(Functions.TO_LOCAL, List.of(instant, name(zone)), Type.TIMESTAMP));
  }

  /** The name of a zone as databases know it. */
  static Constant name(ZoneId zone) {
    return new Constant(zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId(), Type.TEXT);
  }

  /** A date or timestamp as a timestamp or instant. */
  Expression moment(Expression value, Type.Family family) {
    if (value.type().is(family) || Unknown.is(value.type())) {
      return value;
    }
    return Folding.fold(
        family == Type.Family.TIMESTAMP
            ? new Apply(Functions.TO_TIMESTAMP, List.of(value), Type.TIMESTAMP)
            : new Apply(Functions.TO_INSTANT, List.of(value, name(zone)), Type.TIMESTAMPTZ));
  }

  /** Types without a literal of their own are written as text. */
  private Optional<Expression> read(Expression value, Type type) {
    boolean wanted = type.is(Type.Family.UUID) || type.is(Type.Family.TIME);
    return wanted && value instanceof Constant constant && constant.value() instanceof String text
        ? ValueParser.parse(text, type, zone).map(read -> new Constant(read, type))
        : Optional.empty();
  }
}
