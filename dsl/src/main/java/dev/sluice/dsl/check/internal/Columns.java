package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Operands;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which columns of the candidate an expression reads. */
public final class Columns {

  private Columns() {}

  /** Their names in order of first appearance; columns of other tables are left out. */
  public static List<String> of(Expression expression) {
    Set<String> found = new LinkedHashSet<>();
    collect(expression, found);
    return List.copyOf(found);
  }

  private static void collect(Expression expression, Set<String> found) {
    if (expression instanceof Expression.ColumnValue column) {
      found.add(column.name());
    } else if (!(expression instanceof Expression.Measure measure) || measure.table().isEmpty()) {
      Operands.of(expression).forEach(each -> collect(each, found));
    }
  }

  /** True when one row alone decides: no metric, no other row, no other table. */
  public static boolean isDecidedByRow(Expression expression) {
    return !(expression instanceof Expression.Measure
            || expression instanceof Expression.Unique
            || expression instanceof Expression.Among
            || expression instanceof Expression.Ordered)
        && Operands.of(expression).stream().allMatch(Columns::isDecidedByRow);
  }
}
