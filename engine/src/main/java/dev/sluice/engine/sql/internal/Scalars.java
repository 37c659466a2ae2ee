package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.And;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.In;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Like;
import dev.sluice.dsl.expression.Expression.Matches;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.expression.Expression.Or;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.engine.connector.SqlProfile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.rex.RexNode;

/** Expressions as scalar terms over a relation whose columns and looked up values are given. */
final class Scalars {

  private static final List<String> ESCAPES = List.of("!", "~", "^", "|", "\u0001");

  private final Terms terms;
  private final Comparisons comparisons;
  private final FunctionTerms functions;
  private final Function<Expression, RexNode> given;
  private final Map<Expression, Ratio> ratios;

  /**
   * @param given the term of a column, of a metric, and of whatever else needs other rows
   * @param ratios metrics among these that are ratios
   */
  Scalars(
      SqlProfile profile,
      Terms terms,
      Function<Expression, RexNode> given,
      Map<Expression, Ratio> ratios) {
    this.terms = terms;
    this.comparisons = new Comparisons(terms);
    this.functions = new FunctionTerms(profile, terms);
    this.given = given;
    this.ratios = ratios;
  }

  /** The term of an expression; a statement's is three-valued. */
  RexNode of(Expression expression) {
    if (expression instanceof Constant constant) {
      return terms.constant(constant.value(), expression.type());
    }
    if (expression instanceof And and) {
      return terms.and(all(and.parts()));
    }
    if (expression instanceof Or or) {
      return terms.or(all(or.parts()));
    }
    if (expression instanceof Not not) {
      return negated(not.operand());
    }
    if (expression instanceof Compare compare) {
      return compared(compare);
    }
    if (expression instanceof In in) {
      return in(in);
    }
    if (expression instanceof IsNull isNull) {
      return terms.isNull(of(isNull.operand()));
    }
    if (expression instanceof Like like) {
      return like(like);
    }
    if (expression instanceof Matches matches) {
      return functions.matches(of(matches.value()), matches.pattern());
    }
    if (expression instanceof Apply apply) {
      return apply(apply);
    }
    return given.apply(expression);
  }

  /** The term, equal to others as the language says if it is a text. */
  RexNode exact(Expression expression) {
    return expression instanceof Constant
        ? of(expression)
        : terms.exact(of(expression), expression.type());
  }

  /** The term, ordering as the language says if it is a text. */
  RexNode ordered(Expression expression) {
    return terms.ordersAsItEquals()
        ? exact(expression)
        : terms.ordered(of(expression), expression.type());
  }

  /** Means and shares against exact numbers are multiplied out: a quotient would be rounded. */
  private RexNode compared(Compare compare) {
    Ratio left = ratios.get(compare.left());
    Ratio right = ratios.get(compare.right());
    boolean exact = isExact(compare.left()) && isExact(compare.right());
    if (!exact || (left == null && right == null)) {
      boolean equality =
          compare.operator() == Operator.EQUAL || compare.operator() == Operator.NOT_EQUAL;
      return equality
          ? comparisons.of(compare, exact(compare.left()), exact(compare.right()))
          : comparisons.of(compare, ordered(compare.left()), ordered(compare.right()));
    }
    RexNode leftSide = left == null ? of(compare.left()) : left.dividend();
    RexNode rightSide = right == null ? of(compare.right()) : right.dividend();
    return comparisons.of(
        compare,
        right == null ? leftSide : times(leftSide, compare.left(), right),
        left == null ? rightSide : times(rightSide, compare.right(), left));
  }

  private static boolean isExact(Expression expression) {
    return expression.type().is(Family.INTEGER) || expression.type().is(Family.DECIMAL);
  }

  private RexNode times(RexNode side, Expression expression, Ratio ratio) {
    boolean whole = expression.type().is(Family.INTEGER);
    String factor = whole ? "CAST({0} AS {whole})" : "{0}";
    return terms.term(
        terms.own("product", factor + " * NULLIF({1}, 0)"), Type.DECIMAL, side, ratio.divisor());
  }

  private RexNode negated(Expression operand) {
    if (operand instanceof Not twice) {
      return of(twice.operand());
    }
    return operand instanceof IsNull isNull
        ? terms.isNotNull(of(isNull.operand()))
        : terms.not(of(operand));
  }

  private List<RexNode> all(List<? extends Expression> expressions) {
    return expressions.stream().map(this::of).toList();
  }

  private RexNode in(In in) {
    if (in.items().isEmpty()) {
      return terms.constant(null, Type.BOOLEAN);
    }
    List<RexNode> operands = new ArrayList<>();
    operands.add(exact(in.value()));
    operands.addAll(all(in.items()));
    return terms.term("{0} IN ({1..})", Type.BOOLEAN, operands);
  }

  /** Databases differ in what escapes when nothing is said, so that it is said where it matters. */
  private RexNode like(Like like) {
    if (!terms.hasLike(like.pattern())) {
      return functions.matches(of(like.value()), LikePattern.regex(like));
    }
    Optional<String> escape =
        like.pattern().contains("\\") ? like.escape().or(() -> unused(like)) : like.escape();
    String escaped = escape.map(each -> " ESCAPE '" + each.replace("'", "''") + "'").orElse("");
    return terms.term(
        "{0} LIKE {1}" + escaped,
        Type.BOOLEAN,
        exact(like.value()),
        terms.constant(like.pattern(), Type.TEXT));
  }

  private static Optional<String> unused(Like like) {
    return ESCAPES.stream()
        .filter(each -> !like.pattern().contains(each))
        .findFirst()
        .or(() -> Optional.of("\u0002"));
  }

  private RexNode apply(Apply apply) {
    List<Type> types = apply.arguments().stream().map(Expression::type).toList();
    List<RexNode> arguments = new ArrayList<>();
    for (Expression argument : apply.arguments()) {
      arguments.add(argument(argument));
    }
    return functions.of(apply, types, arguments);
  }

  /**
   * Small whole numbers are written out: databases choose a function by the type of its operands.
   */
  private RexNode argument(Expression argument) {
    if (argument instanceof Constant constant && argument.type().is(Family.INTEGER)) {
      Object value = constant.value();
      if (value instanceof BigDecimal bigDecimal && isSmall(bigDecimal)) {
        return terms.whole(bigDecimal.intValueExact());
      }
    }
    return of(argument);
  }

  private static boolean isSmall(BigDecimal value) {
    return value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }
}
