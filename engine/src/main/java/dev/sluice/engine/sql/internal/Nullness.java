package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.And;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.In;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Like;
import dev.sluice.dsl.expression.Expression.Matches;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.expression.Expression.Or;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.engine.plan.Parts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a statement is null. To count that by the statement itself would compute every regular
 * expression twice; mostly it is null exactly where one of its columns is.
 */
final class Nullness {

  /** Functions that give a value wherever all arguments are values. */
  private static final Set<String> TOTAL =
      Set.of(
          "+",
          "-",
          "*",
          "negate",
          "abs",
          "sign",
          "round",
          "floor",
          "ceil",
          "length",
          "lower",
          "upper",
          "trim",
          "ltrim",
          "rtrim",
          "substring",
          "left",
          "right",
          "replace",
          "starts_with",
          "ends_with",
          "contains",
          "concat",
          "text",
          "year",
          "month",
          "day",
          "day_of_week",
          "hour",
          "minute",
          "second",
          "date_trunc",
          "to timestamp",
          "to double");

  private Nullness() {}

  /** A statement that is true exactly where the given one is null, or nothing if it never is. */
  static Optional<Expression> of(Expression statement) {
    Optional<Set<Expression>> columns = columns(statement);
    if (columns.isEmpty()) {
      return Optional.of(new IsNull(statement));
    }
    List<Expression> nulls = columns.get().stream().<Expression>map(IsNull::new).toList();
    return nulls.isEmpty()
        ? Optional.empty()
        : Optional.of(nulls.size() == 1 ? nulls.get(0) : new Or(nulls));
  }

  /** The columns of which one is null exactly where the expression is; absent when unknown. */
  private static Optional<Set<Expression>> columns(Expression expression) {
    if (expression instanceof ColumnValue) {
      return Optional.of(Set.of(expression));
    }
    if (expression instanceof Constant constant) {
      return constant.value() == null ? Optional.empty() : Optional.of(Set.of());
    }
    if (expression instanceof IsNull) {
      return Optional.of(Set.of());
    }
    if (expression instanceof And || expression instanceof Or) {
      return same(Parts.of(expression));
    }
    if (expression instanceof In in && in.items().isEmpty()) {
      return Optional.empty();
    }
    boolean strict =
        expression instanceof Not
            || expression instanceof Compare
            || expression instanceof In
            || expression instanceof Like
            || expression instanceof Matches
            || (expression instanceof Apply apply && isTotal(apply));
    return strict ? union(Parts.of(expression)) : Optional.empty();
  }

  private static boolean isTotal(Apply apply) {
    return (TOTAL.contains(apply.function().name()) && !apply.type().is(Family.DURATION))
        || apply.function().name().startsWith("is_");
  }

  private static Optional<Set<Expression>> union(List<Expression> parts) {
    Set<Expression> all = new LinkedHashSet<>();
    for (Expression part : parts) {
      Optional<Set<Expression>> columns = columns(part);
      if (columns.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(columns.get());
    }
    return Optional.of(all);
  }

  /** A false or true part decides the whole, unless all parts are null together. */
  private static Optional<Set<Expression>> same(List<Expression> parts) {
    Optional<Set<Expression>> first = columns(parts.get(0));
    boolean equal = parts.stream().allMatch(part -> columns(part).equals(first));
    return equal ? first : Optional.empty();
  }
}
