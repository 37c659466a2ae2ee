package dev.sluice.engine.sql;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.engine.plan.Measurement.Scope;
import java.util.List;

/**
 * Some rows for which a check is false.
 *
 * @param columns what is selected, in this order
 * @param orderBy columns that order the rows, nulls last; they need not be selected
 */
public record Sought(
    Scope scope,
    Expression check,
    List<String> per,
    List<String> columns,
    List<String> orderBy,
    int limit) {

  /** Of several together: which of them a row is for, from 0, and its place. */
  public static final String LINE = "sluice_line";

  public static final String PLACE = "sluice_place";

  public Sought {
    per = List.copyOf(per);
    columns = List.copyOf(columns);
    orderBy = List.copyOf(orderBy);
  }
}
