package dev.sluice.dsl.expression;

import dev.sluice.dsl.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Walks over expressions. */
public final class Expressions {

  private Expressions() {}

  /** The parts one step below, filters of measures included. */
  public static List<Expression> parts(Expression expression) {
    if (expression instanceof Expression.Apply apply) {
      return apply.arguments();
    }
    if (expression instanceof Expression.And and) {
      return and.parts();
    }
    if (expression instanceof Expression.Or or) {
      return or.parts();
    }
    if (expression instanceof Expression.Not not) {
      return List.of(not.operand());
    }
    if (expression instanceof Expression.Compare compare) {
      return List.of(compare.left(), compare.right());
    }
    if (expression instanceof Expression.In in) {
      return List.of(in.value());
    }
    if (expression instanceof Expression.IsNull isNull) {
      return List.of(isNull.operand());
    }
    return partsOfOthers(expression);
  }

  private static List<Expression> partsOfOthers(Expression expression) {
    if (expression instanceof Expression.Like like) {
      return List.of(like.value());
    }
    if (expression instanceof Expression.Matches matches) {
      return List.of(matches.value());
    }
    if (expression instanceof Expression.Unique unique) {
      return unique.key();
    }
    if (expression instanceof Expression.Among among) {
      return among.key();
    }
    if (expression instanceof Expression.Ordered ordered) {
      return List.of(ordered.value(), ordered.by());
    }
    if (expression instanceof Expression.Measure measure) {
      if (measure.filter().isEmpty()) {
        return measure.arguments();
      }
      List<Expression> all = new ArrayList<>(measure.arguments());
      all.add(measure.filter().get());
      return all;
    }
    return List.of();
  }

  /** Visits an expression and everything below it, parents first. */
  public static void walk(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    parts(expression).forEach(part -> walk(part, visitor));
  }

  /**
   * The columns of the relation at hand that an expression reads, in order of first appearance;
   * columns of other tables are not among them.
   */
  public static Set<String> columns(Expression expression) {
    Set<String> names = new LinkedHashSet<>();
    collect(expression, names);
    return names;
  }

  private static void collect(Expression expression, Set<String> names) {
    if (expression instanceof Expression.ColumnValue column) {
      names.add(column.name());
    }
    boolean elsewhere =
        expression instanceof Expression.Measure measure && measure.table().isPresent();
    if (!elsewhere) {
      parts(expression).forEach(part -> collect(part, names));
    }
  }

  /** The other tables that an expression reads. */
  public static Set<Table> tables(Expression expression) {
    Set<Table> tables = new LinkedHashSet<>();
    walk(
        expression,
        each -> {
          if (each instanceof Expression.Among among) {
            tables.add(among.table());
          } else if (each instanceof Expression.Measure measure) {
            measure.table().ifPresent(tables::add);
          }
        });
    return tables;
  }
}
