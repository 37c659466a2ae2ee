package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression.Measure;
import java.util.Map;
import org.apache.calcite.rel.RelNode;

/**
 * Metrics of a scope, one row a group, or one row in all: the groups' columns, then the metrics.
 *
 * @param values the field of each metric
 * @param ratios of means and shares the field of the dividend, behind which is the divisor
 * @param columns what {@code column_count} is
 */
record Summary(
    RelNode relation, Map<Measure, Integer> values, Map<Measure, Integer> ratios, int columns) {

  /** Whether there is nothing in it that a row would have to be joined for. */
  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Tells the rows what they know now, the summary's fields being at the offset. */
  void tell(Rows rows, Iterable<Measure> measures, int offset) {
    Workbench bench = rows.bench();
    for (Measure measure : measures) {
      Integer value = values.get(measure);
      rows.know(
          measure,
          value == null ? bench.terms.whole(columns) : bench.field(relation, value, offset));
      Integer ratio = ratios.get(measure);
      if (ratio != null) {
        rows.knowRatio(
            measure,
            new Ratio(
                bench.field(relation, ratio, offset), bench.field(relation, ratio + 1, offset)));
      }
    }
  }
}
