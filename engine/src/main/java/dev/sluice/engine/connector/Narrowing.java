package dev.sluice.engine.connector;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import java.util.Optional;
import java.util.function.Function;

/**
 * Columns that take a value and keep another: a number that is rounded to the digits of the column,
 * a moment whose fraction of a second is cut off. Databases do that in silence.
 */
public final class Narrowing {

  private Narrowing() {}

  /**
   * True where a value, {@code {0}}, of one column comes out of the other as another one; nothing
   * where it never does, or where the database refuses what does not fit.
   *
   * @param type a column's type in a CAST, with its digits
   */
  public static Optional<String> template(Column from, Column to, Function<Column, String> type) {
    String here = type.apply(from);
    String there = type.apply(to);
    boolean same = here.equalsIgnoreCase(there) || here.isEmpty() || there.isEmpty();
    return same || !narrows(from.type(), to.type())
        ? Optional.empty()
        : Optional.of("CAST(CAST({0} AS " + there + ") AS " + here + ") <> {0}");
  }

  private static boolean narrows(Type from, Type to) {
    return switch (to.family()) {
      case DOUBLE -> true;
      case DECIMAL -> from.is(Family.DECIMAL) && from.precision() == 0 && to.precision() > 0;
      case TIME, TIMESTAMP, TIMESTAMPTZ -> from.family() == to.family();
      default -> false;
    };
  }
}
