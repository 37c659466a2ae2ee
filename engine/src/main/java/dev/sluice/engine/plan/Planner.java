package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.function.Metric;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Measurement.Groups;
import dev.sluice.engine.plan.Measurement.Rows;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Measurement.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups measurements into scans. What counts or adds up row by row shares one scan of its table;
 * what sorts or hashes all values gets a scan of its own, because it would make the shared one
 * serial (PostgreSQL) or hold everything in memory at once (DuckDB).
 */
public final class Planner {

  /** Measurements with equal keys go together. */
  private record Key(String purpose, Object together) {}

  private Planner() {}

  /** Scans that together measure everything, equal measurements once. */
  public static List<Scan> plan(List<Measurement> measurements, SqlProfile profile) {
    Map<Key, List<Measurement>> groups = new LinkedHashMap<>();
    for (Measurement measurement : new LinkedHashSet<>(measurements)) {
      groups.computeIfAbsent(key(measurement), key -> new ArrayList<>()).add(measurement);
    }
    List<Scan> scans = new ArrayList<>();
    groups.forEach(
        (key, together) -> {
          boolean prunes = prunes(read(together.get(0)).relation(), profile);
          Batches.of(together, prunes).forEach(batch -> scans.add(new Scan(key.purpose(), batch)));
        });
    return scans;
  }

  private static boolean prunes(Relation relation, SqlProfile profile) {
    return relation instanceof Relation.Stored stored && profile.prunesByPredicate(stored.table());
  }

  /** The rows that a measurement reads: of a metric of another table, that table's. */
  public static Measurement.Scope read(Measurement measurement) {
    if (measurement instanceof Value value) {
      Measure measure = value.measure();
      if (measure.table().isPresent()) {
        return new Measurement.Scope(
            new Relation.Stored(measure.table().get(), Optional.empty()), Optional.empty());
      }
    }
    return measurement.scope();
  }

  private static Key key(Measurement measurement) {
    Relation relation = read(measurement).relation();
    String of = " of " + name(relation);
    if (measurement instanceof Groups groups) {
      return new Key(
          "groups" + of + " by " + String.join(", ", groups.per()),
          List.of(groups.scope(), groups.per()));
    }
    if (measurement instanceof Tally tally) {
      if (tally.countsKeys()) {
        return new Key("duplicates" + of, measurement);
      }
      if (tally.check() instanceof Among) {
        return new Key(
            "orphans" + of + " in " + ((Among) tally.check()).table().display(), measurement);
      }
      return Parts.isPlain(tally.check()) && whereIsPlain(measurement)
          ? new Key("counts" + of, relation)
          : new Key("rows" + of + " against the table", measurement);
    }
    if (measurement instanceof Rows && whereIsPlain(measurement)) {
      return new Key("counts" + of, relation);
    }
    if (measurement instanceof Value value) {
      if (isAccumulated(value)) {
        return new Key("counts" + of, relation);
      }
      return isSorted(value)
          ? new Key("percentiles" + of, relation)
          : new Key("values" + of, valuesOf(value));
    }
    return new Key("rows" + of, measurement);
  }

  /** The different values of one expression, counted: several metrics come of one such list. */
  private static Object valuesOf(Value value) {
    Measure measure = value.measure();
    return List.of(read(value), measure.arguments(), measure.filter());
  }

  private static boolean isAccumulated(Value value) {
    Metric metric = value.measure().metric();
    return isPlain(value)
        && metric != Metric.DISTINCT_COUNT
        && metric != Metric.DUPLICATE_COUNT
        && metric != Metric.MODE
        && metric != Metric.ENTROPY
        && metric != Metric.SKEWNESS
        && metric != Metric.KURTOSIS
        && !sorts(metric);
  }

  private static boolean isSorted(Value value) {
    return isPlain(value) && sorts(value.measure().metric());
  }

  static boolean sorts(Metric metric) {
    return metric == Metric.MEDIAN
        || metric == Metric.PERCENTILE
        || metric == Metric.PERCENTILE_DISC;
  }

  private static boolean isPlain(Value value) {
    Measure measure = value.measure();
    return whereIsPlain(value)
        && measure.arguments().stream().allMatch(Parts::isPlain)
        && measure.filter().map(Parts::isPlain).orElse(true);
  }

  private static boolean whereIsPlain(Measurement measurement) {
    return read(measurement).where().map(Parts::isPlain).orElse(true);
  }

  static String name(Relation relation) {
    if (relation instanceof Relation.Changed changed) {
      return name(changed.repaired());
    }
    if (relation instanceof Relation.Repaired repaired) {
      return repaired.source().table().display() + " after repair";
    }
    return ((Relation.Stored) relation.seen()).table().display();
  }
}
