package dev.sluice.engine.gate;

import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Planner;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.run.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Counts of the marks: how many rows each policy takes, moves or changes. */
final class Marked {

  private final Acting acting;
  private final Marks marks;
  private final Session session;

  Marked(Acting acting, Marks marks, Session session) {
    this.acting = acting;
    this.marks = marks;
    this.session = session;
  }

  /** What becomes of a candidate of so many rows, and how many rows each line acted on, by id. */
  record Tally(Counts counts, Map<String, Long> actedById) {}

  Tally count(long candidateRows) {
    Expression quarantined = any(acting.quarantineFlags());
    Expression dropped =
        new Expression.And(List.of(any(acting.dropFlags()), new Expression.Not(quarantined)));
    Expression kept = new Expression.Not(any(acting.outFlags()));
    Map<String, Expression> byLine = new LinkedHashMap<>();
    Map<String, List<String>> flagsByColumn = new LinkedHashMap<>();
    for (Acting.Line line : acting.lines()) {
      byLine.put(line.sentence().heading().id(), condition(line, quarantined, kept, flagsByColumn));
    }
    Map<String, Expression> byColumn = new LinkedHashMap<>();
    flagsByColumn.forEach(
        (column, flags) -> byColumn.put(column, new Expression.And(List.of(any(flags), kept))));
    Expression repaired =
        new Expression.And(
            List.of(any(flagsByColumn.values().stream().flatMap(List::stream).toList()), kept));
    List<Expression> all = new ArrayList<>(List.of(quarantined, dropped, repaired));
    all.addAll(byLine.values());
    all.addAll(byColumn.values());
    ToLongFunction<Expression> number = numbers(all);
    Map<String, Long> defaulted = new LinkedHashMap<>();
    byColumn.forEach((column, rows) -> defaulted.put(column, number.applyAsLong(rows)));
    Map<String, Long> acted = new LinkedHashMap<>();
    byLine.forEach((id, rows) -> acted.put(id, number.applyAsLong(rows)));
    long out = number.applyAsLong(quarantined);
    long gone = number.applyAsLong(dropped);
    return new Tally(
        new Counts(
            candidateRows,
            candidateRows - out - gone,
            out,
            gone,
            defaulted,
            number.applyAsLong(repaired)),
        acted);
  }

  // Of two repairs of one column the first line wins: a later one acts on what the first left.
  private static Expression condition(
      Acting.Line line,
      Expression quarantined,
      Expression kept,
      Map<String, List<String>> flagsByColumn) {
    Expression flag = flag(line.flag());
    if (line.action() instanceof Policy.Action.Drop) {
      return new Expression.And(List.of(flag, new Expression.Not(quarantined)));
    }
    if (line.action() instanceof Policy.Action.Default repair) {
      List<String> earlier =
          flagsByColumn.computeIfAbsent(repair.column(), column -> new ArrayList<>());
      Expression own = new Expression.And(List.of(flag, kept, new Expression.Not(any(earlier))));
      earlier.add(line.flag());
      return own;
    }
    return flag;
  }

  private ToLongFunction<Expression> numbers(List<Expression> conditions) {
    Measurement.Scope scope =
        new Measurement.Scope(
            new Relation.Stored(marks.table(), Optional.empty()), Optional.empty());
    // A tally counts rows where its statement is false: so the rows wanted are those of its
    // negation.
    Map<Expression, Measurement> wanted = new HashMap<>();
    conditions.forEach(
        each ->
            wanted.put(each, new Measurement.Tally(scope, new Expression.Not(each), List.of())));
    // In scans of bounded width: a statement with hundreds of subqueries can take the process down.
    Map<Measurement, Measurement.Result> results = new HashMap<>();
    for (Scan scan : Planner.plan(List.copyOf(wanted.values()), session.connector().sql())) {
      results.putAll(
          session.compiler().results(scan, session.lists(session.compiler().compile(scan)).get(0)));
    }
    return condition -> {
      Measurement.Result result = results.get(wanted.get(condition));
      return result instanceof Measurement.Result.Tallied tallied ? tallied.violations() : 0;
    };
  }

  private static Expression any(List<String> flags) {
    if (flags.isEmpty()) {
      return new Expression.Constant(false, Type.BOOLEAN);
    }
    return flags.size() == 1
        ? flag(flags.get(0))
        : new Expression.Or(flags.stream().map(Marked::flag).toList());
  }

  private static Expression flag(String name) {
    return new Expression.ColumnValue(name, Type.BOOLEAN);
  }
}
