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
}
