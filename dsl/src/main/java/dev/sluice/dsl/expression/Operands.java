package dev.sluice.dsl.expression;

import java.util.ArrayList;
import java.util.List;

/** The expressions that an expression is made of. */
public final class Operands {

  private Operands() {}

  /**
   * The direct parts, left to right. Of a {@link Expression.Measure} they are its arguments and its
   * filter, which stand in the scope of the metric, not of the expression.
   */
  public static List<Expression> of(Expression expression) {
    if (expression instanceof Expression.Apply apply) {
      return apply.arguments();
    } else if (expression instanceof Expression.And and) {
      return and.parts();
    } else if (expression instanceof Expression.Or or) {
      return or.parts();
    } else if (expression instanceof Expression.Not not) {
      return List.of(not.operand());
    } else if (expression instanceof Expression.Compare compare) {
      return List.of(compare.left(), compare.right());
    } else if (expression instanceof Expression.In in) {
      List<Expression> parts = new ArrayList<>(List.of(in.value()));
      parts.addAll(in.items());
      return parts;
    } else if (expression instanceof Expression.IsNull isNull) {
      return List.of(isNull.operand());
    } else if (expression instanceof Expression.Like like) {
      return List.of(like.value());
    } else if (expression instanceof Expression.Matches matches) {
      return List.of(matches.value());
    } else if (expression instanceof Expression.Unique unique) {
      return unique.key();
    } else if (expression instanceof Expression.Among among) {
      return among.key();
    } else if (expression instanceof Expression.Ordered ordered) {
      return List.of(ordered.value(), ordered.by());
    } else if (expression instanceof Expression.Measure measure) {
      List<Expression> parts = new ArrayList<>(measure.arguments());
      measure.filter().ifPresent(parts::add);
      return parts;
    }
    return List.of();
  }
}
