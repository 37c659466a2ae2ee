package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.function.Metric;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Measurement.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measurements that could share one statement, in as many as are not too wide. What reads the same
 * columns stays together then: the nulls of a column are counted once a statement.
 */
final class Batches {

  /** Aggregates in one statement over one pass of the table. */
  private static final int WIDEST = 400;

  /** Subqueries in one statement: the time to plan them grows with the square of their number. */
  private static final int MOST_SUBQUERIES = 100;

  /** The rows and the columns that a measurement reads. */
  private record Read(Optional<Expression> where, Set<String> columns) {}

  private Batches() {}

  /**
   * The measurements of each statement, in their order where one statement holds all.
   *
   * @param prunes whether a predicate is a subquery of its own
   */
  static List<List<Measurement>> of(List<Measurement> together, boolean prunes) {
    List<List<Measurement>> asTheyStand = filled(together, prunes);
    return asTheyStand.size() == 1 ? asTheyStand : filled(byColumns(together), prunes);
  }

  private static List<Measurement> byColumns(List<Measurement> together) {
    Map<Read, List<Measurement>> groups = new LinkedHashMap<>();
    for (Measurement each : together) {
      Read read = new Read(Planner.read(each).where(), columns(each));
      groups.computeIfAbsent(read, key -> new ArrayList<>()).add(each);
    }
    return groups.values().stream().flatMap(List::stream).toList();
  }

  private static Set<String> columns(Measurement measurement) {
    if (measurement instanceof Tally tally) {
      return Expressions.columns(tally.check());
    }
    Set<String> columns = new LinkedHashSet<>();
    if (measurement instanceof Value value) {
      value.measure().arguments().forEach(each -> columns.addAll(Expressions.columns(each)));
    }
    return columns;
  }

  private static List<List<Measurement>> filled(List<Measurement> together, boolean prunes) {
    List<List<Measurement>> batches = new ArrayList<>();
    List<Measurement> batch = new ArrayList<>();
    int width = 0;
    int subqueries = 0;
    for (Measurement measurement : together) {
      int more = measurement instanceof Tally ? 3 : measurement instanceof Value ? 2 : 1;
      int apart = prunes && isApart(measurement) ? more : 0;
      boolean full = width + more > WIDEST || subqueries + apart > MOST_SUBQUERIES;
      if (full && !batch.isEmpty()) {
        batches.add(List.copyOf(batch));
        batch.clear();
        width = 0;
        subqueries = 0;
      }
      batch.add(measurement);
      width += more;
      subqueries += apart;
    }
    batches.add(List.copyOf(batch));
    return batches;
  }

  /** Whether it is a subquery of its own: where it reads only some rows, or sorts them. */
  private static boolean isApart(Measurement measurement) {
    if (measurement instanceof Value value) {
      Measure measure = value.measure();
      boolean narrow = measure.filter().isPresent() || measure.metric() == Metric.SHARE;
      return narrow || Planner.sorts(measure.metric()) || Planner.read(value).where().isPresent();
    }
    return measurement instanceof Tally || Planner.read(measurement).where().isPresent();
  }
}
