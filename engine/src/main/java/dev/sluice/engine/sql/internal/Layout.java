package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.function.Metric;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Groups;
import dev.sluice.engine.plan.Measurement.Result;
import dev.sluice.engine.plan.Measurement.Rows;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Measurement.Value;
import dev.sluice.engine.plan.Parts;
import dev.sluice.engine.plan.Planner;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.sql.internal.Aggregates.Aggregate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which column of a scan's row holds what. The same for each scan, so that nothing is kept. */
public final class Layout {

  private record Place(Block block, int column) {}

  private record Reading(
      Measurement measurement,
      List<Place> places,
      Function<List<@Nullable Object>, Result> decoding) {}

  private final Map<Object, Block> blocks = new LinkedHashMap<>();
  private final List<Reading> readings = new ArrayList<>();
  private final SqlProfile profile;

  public Layout(Scan scan, SqlProfile profile) {
    this.profile = profile;
    scan.measurements().forEach(this::add);
  }

  List<Block> blocks() {
    return List.copyOf(blocks.values());
  }

  /** What one row says. */
  public Map<Measurement, Result> decode(List<@Nullable Object> row) {
    Map<Block, Integer> offsets = new LinkedHashMap<>();
    int offset = 0;
    for (Block block : blocks.values()) {
      offsets.put(block, offset);
      offset += block.width();
    }
    Map<Measurement, Result> results = new LinkedHashMap<>();
    for (Reading reading : readings) {
      List<@Nullable Object> values = new ArrayList<>();
      for (Place place : reading.places()) {
        values.add(row.get(offsets.getOrDefault(place.block(), 0) + place.column()));
      }
      results.put(reading.measurement(), reading.decoding().apply(values));
    }
    return results;
  }

  private void add(Measurement measurement) {
    if (measurement instanceof Tally tally) {
      tally(tally);
    } else if (measurement instanceof Groups groups) {
      groups(groups);
    } else if (measurement instanceof Value value) {
      value(value);
    } else {
      Rows rows = (Rows) measurement;
      read(
          rows,
          counts(rows, List.of(Aggregate.rows(Optional.empty())), List.of()),
          values -> new Result.Measured(Decoding.number(values.get(0))));
    }
  }

  private void tally(Tally tally) {
    if (tally.countsKeys()) {
      Block block = block(tally, key -> new UniqueBlock(tally));
      read(
          tally,
          List.of(new Place(block, 0), new Place(block, 1), new Place(block, 2)),
          Layout::tallied);
      return;
    }
    if (tally.check() instanceof Among) {
      Block block = block(tally, key -> new AmongBlock(tally));
      read(
          tally,
          List.of(new Place(block, 1), new Place(block, 0), new Place(block, 2)),
          Layout::tallied);
      return;
    }
    List<Aggregate> aggregates = new ArrayList<>();
    aggregates.add(Aggregate.rows(Optional.empty()));
    aggregates.add(Aggregate.rows(Optional.of(new Not(tally.check()))));
    Optional<Expression> undecided = Nullness.of(tally.check());
    undecided.ifPresent(each -> aggregates.add(Aggregate.rows(undecided)));
    read(tally, counts(tally, aggregates, tally.per()), Layout::tallied);
  }

  private static Result tallied(List<@Nullable Object> values) {
    return new Result.Tallied(
        Decoding.count(values.get(0)),
        Decoding.count(values.get(1)),
        values.size() > 2 ? Decoding.count(values.get(2)) : 0);
  }

  private void groups(Groups groups) {
    Object key = List.of("groups", groups.scope(), groups.per());
    GroupsBlock block = block(key, each -> GroupsBlock.of(groups));
    int place = block.place(groups.check());
    read(
        groups,
        List.of(new Place(block, 0), new Place(block, place)),
        values -> {
          long all = Decoding.count(values.get(0));
          return new Result.Grouped(all, all - Decoding.count(values.get(1)));
        });
  }

  private void value(Value value) {
    Measure measure = value.measure();
    int columns =
        measure.table().isPresent()
            ? measure.table().get().columns().size()
            : value.scope().relation().columns().size();
    if (isGrouped(measure.metric())) {
      Object kind = Distributions.kind(measure.metric());
      Scope scope = Planner.read(value);
      Object key = List.of("values", scope, measure.arguments(), measure.filter(), kind);
      ValuesBlock block = block(key, each -> new ValuesBlock(scope));
      read(
          value,
          List.of(new Place(block, block.place(measure))),
          values -> new Result.Measured(Decoding.value(values.get(0), measure.type())));
      return;
    }
    read(
        value,
        counts(value, MetricForm.aggregates(measure), List.of()),
        values -> new Result.Measured(MetricForm.combine(measure, values, columns)));
  }

  /** Metrics of how often each value occurs, and those that need the mean first. */
  private boolean isGrouped(Metric metric) {
    return metric == Metric.DISTINCT_COUNT
        || metric == Metric.DUPLICATE_COUNT
        || !MetricForm.isAggregate(metric, profile);
  }

  /**
   * Aggregates that need only the row at hand share one block a relation, each with the filter of
   * its line; others have a block for their scope.
   */
  private List<Place> counts(
      Measurement measurement, List<Aggregate> aggregates, List<String> per) {
    Scope scope = Planner.read(measurement);
    boolean plain =
        scope.where().map(Parts::isPlain).orElse(true)
            && aggregates.stream().allMatch(Aggregate::isPlain);
    Scope shared = plain ? new Scope(scope.relation(), Optional.empty()) : scope;
    Object key = List.of("counts", shared, plain ? List.of() : per, plain);
    CountsBlock block = block(key, each -> new CountsBlock(shared, plain ? List.of() : per));
    List<Place> places = new ArrayList<>();
    for (Aggregate aggregate : aggregates) {
      places.add(
          new Place(block, block.place(plain ? aggregate.within(scope.where()) : aggregate)));
    }
    return places;
  }

  private void read(
      Measurement measurement,
      List<Place> places,
      Function<List<@Nullable Object>, Result> decoding) {
    readings.add(new Reading(measurement, places, decoding));
  }

  @SuppressWarnings("unchecked")
  private <B extends Block> B block(Object key, Function<Object, B> made) {
    return (B) blocks.computeIfAbsent(key, made);
  }
}
