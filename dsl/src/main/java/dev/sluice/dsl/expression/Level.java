package dev.sluice.dsl.expression;

/** How fine a value is: one for all, one a table (or group), one a row. Ordered from coarse. */
public enum Level {
  CONSTANT,
  TABLE,
  ROW;

  /** The finer of two. */
  public Level and(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * The level of an expression: a column is of row level, so are uniqueness, look-ups and order; a
   * metric lifts what it holds to table level; anything else is as fine as the finest of its parts.
   */
  public static Level of(Expression expression) {
    if (expression instanceof Expression.ColumnValue
        || expression instanceof Expression.Unique
        || expression instanceof Expression.Among
        || expression instanceof Expression.Ordered) {
      return ROW;
    }
    if (expression instanceof Expression.Measure) {
      return TABLE;
    }
    Level level = CONSTANT;
    for (Expression part : Operands.of(expression)) {
      level = level.and(of(part));
    }
    return level;
  }
}
