package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.And;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.In;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Like;
import dev.sluice.dsl.expression.Expression.Matches;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.expression.Expression.Or;
import dev.sluice.dsl.expression.Expression.Ordered;
import dev.sluice.dsl.expression.Expression.Unique;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What an expression is made of. */
public final class Parts {

  private Parts() {}

  /**
   * The expressions directly within. What stands inside a metric is not among them: it is read from
   * all rows, not from the one at hand.
   */
  public static List<Expression> of(Expression expression) {
    if (expression instanceof Apply apply) {
      return apply.arguments();
    }
    if (expression instanceof And and) {
      return and.parts();
    }
    if (expression instanceof Or or) {
      return or.parts();
    }
    if (expression instanceof Not not) {
      return List.of(not.operand());
    }
    if (expression instanceof Compare compare) {
      return List.of(compare.left(), compare.right());
    }
    if (expression instanceof In in) {
      List<Expression> parts = new ArrayList<>();
      parts.add(in.value());
      parts.addAll(in.items());
      return parts;
    }
    if (expression instanceof IsNull isNull) {
      return List.of(isNull.operand());
    }
    if (expression instanceof Like like) {
      return List.of(like.value());
    }
    if (expression instanceof Matches matches) {
      return List.of(matches.value());
    }
    if (expression instanceof Unique unique) {
      return unique.key();
    }
    if (expression instanceof Among among) {
      return among.key();
    }
    if (expression instanceof Ordered ordered) {
      return List.of(ordered.value(), ordered.by());
    }
    return List.of();
  }

  /**
   * What can only be told by looking at more rows than the one at hand: uniqueness, other tables,
   * the order of rows, and metrics; in order of appearance.
   */
  public static Set<Expression> lookups(Expression expression) {
    Set<Expression> found = new LinkedHashSet<>();
    collect(expression, Parts::isLookup, found);
    return found;
  }

  /** Whether the expression needs the row at hand and nothing else. */
  public static boolean isPlain(Expression expression) {
    return lookups(expression).isEmpty();
  }

  private static boolean isLookup(Expression expression) {
    return expression instanceof Unique
        || expression instanceof Among
        || expression instanceof Ordered
        || expression instanceof Measure;
  }

  private static void collect(
      Expression expression, Predicate<Expression> wanted, Set<Expression> found) {
    for (Expression part : of(expression)) {
      collect(part, wanted, found);
    }
    if (wanted.test(expression)) {
      found.add(expression);
    }
  }
}
