package dev.sluice.engine.audit;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.table.Column;
import dev.sluice.engine.judge.Judge;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Result;
import dev.sluice.engine.plan.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must be measured to judge one sentence. */
final class Needs implements Judge.Measured {

  private final Expectation.Sentence sentence;
  private final Measurement.Scope scope;
  private final Map<Measurement, Result> results;

  /**
   * @param results filled by the audit before the sentence is judged
   */
  Needs(Expectation.Sentence sentence, Relation relation, Map<Measurement, Result> results) {
    this.sentence = sentence;
    this.scope = new Measurement.Scope(relation, sentence.where());
    this.results = results;
  }

  /** All measurements, the one that judges first. */
  List<Measurement> all() {
    List<Measurement> needed = new ArrayList<>();
    if (sentence.level() == Level.ROW) {
      needed.add(tallyNeeded());
    } else if (!sentence.per().isEmpty()) {
      needed.add(groupsNeeded());
    } else {
      needed.add(new Measurement.Rows(scope));
    }
    if (sentence.per().isEmpty()) {
      sentence
          .metrics()
          .values()
          .forEach(metric -> needed.add(valueNeeded((Expression.Measure) metric)));
    }
    return needed;
  }

  Measurement.Scope scope() {
    return scope;
  }

  List<String> per() {
    return sentence.per().stream().map(Column::name).toList();
  }

  Measurement.Groups groupsNeeded() {
    return new Measurement.Groups(scope, sentence.check(), per());
  }

  Measurement.Tally tallyNeeded() {
    return new Measurement.Tally(scope, sentence.check(), per());
  }

  // A metric of another table does not depend on the scope: without it, equal ones are one.
  private Measurement.Value valueNeeded(Expression.Measure measure) {
    Measurement.Scope own =
        measure.table().isPresent()
            ? new Measurement.Scope(
                new Relation.Stored(measure.table().get(), Optional.empty()), Optional.empty())
            : new Measurement.Scope(scope.relation().seen(), scope.where());
    return new Measurement.Value(own, measure);
  }

  @Override
  public Result.Tallied tally() {
    return (Result.Tallied) result(tallyNeeded());
  }

  @Override
  public Result.Grouped groups() {
    return (Result.Grouped) result(groupsNeeded());
  }

  @Override
  public @Nullable Object value(Expression.Measure measure) {
    return ((Result.Measured) result(valueNeeded(measure))).value();
  }

  @Override
  public long rows() {
    Object rows = ((Result.Measured) result(new Measurement.Rows(scope))).value();
    return rows instanceof Number number ? number.longValue() : 0;
  }

  private Result result(Measurement measurement) {
    Result result = results.get(measurement);
    if (result == null) {
      throw new IllegalStateException("not measured: " + measurement);
    }
    return result;
  }
}
