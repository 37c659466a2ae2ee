package dev.sluice.engine.flow;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.table.Column;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Relation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which columns of its rows a measurement reads: what a columnar database pays for. */
final class ColumnsRead {

  private static final int NAMED = 3;

  private ColumnsRead() {}

  /** Of the candidate's columns, those that any of them reads, in the candidate's order. */
  static Set<String> of(Collection<Measurement> measurements, Relation candidate) {
    Set<String> read = new LinkedHashSet<>();
    measurements.forEach(each -> collect(each, read));
    Set<String> ordered = new LinkedHashSet<>();
    candidate.columns().stream().map(Column::name).filter(read::contains).forEach(ordered::add);
    return ordered;
  }

  /** In words, a few by name: {@code reads country}, {@code reads 11 of 12 columns}. */
  static String words(Collection<Measurement> measurements, Relation candidate) {
    Set<String> read = of(measurements, candidate);
    return read.isEmpty()
        ? "reads no column"
        : "reads "
            + (read.size() <= NAMED
                ? String.join(", ", read)
                : read.size() + " of " + candidate.columns().size() + " columns");
  }

  private static void collect(Measurement measurement, Set<String> read) {
    measurement.scope().where().ifPresent(each -> add(each, read));
    if (measurement.scope().relation() instanceof Relation.Stored stored) {
      stored.filter().ifPresent(each -> add(each, read));
    }
    if (measurement instanceof Measurement.Tally tally) {
      add(tally.check(), read);
      read.addAll(tally.per());
    } else if (measurement instanceof Measurement.Groups groups) {
      add(groups.check(), read);
      read.addAll(groups.per());
    } else if (measurement instanceof Measurement.Value value) {
      add(value.measure(), read);
    }
  }

  private static void add(Expression expression, Set<String> read) {
    read.addAll(Expressions.columns(expression));
  }
}
