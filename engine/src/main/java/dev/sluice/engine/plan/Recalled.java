package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import java.util.Optional;

/**
 * Quarantined rows that are judged again, in a temporary table: beside them, to be compared with,
 * other rows of the quarantine and rows of the target.
 *
 * @param table has the columns of the rows and the three named here
 */
public record Recalled(Table table) {

  /** The identity of a row in the quarantine; NULL for a row of the target. */
  public static final String ORIGIN = "sluice_origin";

  /** Whether a row is judged; never NULL. */
  public static final String ON_TRIAL = "sluice_on_trial";

  /** Whether a row stands in the target; never NULL. */
  public static final String STANDING = "sluice_standing";

  private static final Expression JUDGED = new Expression.ColumnValue(ON_TRIAL, Type.BOOLEAN);

  /** Everything. */
  public Relation.Stored all() {
    return new Relation.Stored(table, Optional.empty());
  }

  /** The rows on trial, judged among all. */
  public Relation.OnTrial onTrial() {
    return new Relation.OnTrial(all(), JUDGED);
  }

  /** The rows on trial and no others. */
  public Relation.Stored alone() {
    return new Relation.Stored(table, Optional.of(JUDGED));
  }
}
