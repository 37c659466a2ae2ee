package dev.sluice.engine.judge;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.check.Tolerance;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.value.Evaluator;
import dev.sluice.dsl.value.Measures;
import dev.sluice.dsl.value.Row;
import dev.sluice.engine.plan.Measurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measured values and clauses to findings. Pure: it asks no database. */
public final class Judge {

  private Judge() {}

  /** The finding of a sentence whose measurements were all taken. */
  public static Finding judge(Expectation.Sentence sentence, Measured measured, List<String> sql) {
    Map<String, @Nullable Object> metrics = metrics(sentence, measured);
    if (sentence.level() == Level.ROW) {
      Measurement.Result.Tallied tally = measured.tally();
      long decided = tally.rows() - tally.undecided();
      return finding(
          sentence, decided, tally.violations(), tally.undecided(), "rows", metrics, sql);
    }
    if (!sentence.per().isEmpty()) {
      Measurement.Result.Grouped groups = measured.groups();
      return finding(sentence, groups.groups(), groups.violations(), 0, "groups", metrics, sql);
    }
    return table(sentence, measured, metrics, sql);
  }

  /** The finding of a sentence about the table that is known to be true, and no more of it. */
  public static Finding met(Expectation expectation, List<String> sql) {
    return new Finding(
        expectation,
        true,
        Optional.empty(),
        1,
        0,
        0,
        null,
        Map.of(),
        "true by a count",
        Optional.empty(),
        sql,
        Finding.Samples.NONE);
  }

  /** The finding of something that is counted as so many violations among so many judged. */
  public static Finding counted(
      Expectation expectation,
      Tolerance tolerance,
      long judged,
      long violations,
      String message,
      List<String> sql) {
    boolean met = Limits.bears(tolerance, violations, judged);
    return new Finding(
        expectation,
        met,
        action(expectation.policy(), met, violations, judged),
        judged,
        violations,
        0,
        null,
        Map.of(),
        message,
        Optional.empty(),
        sql,
        Finding.Samples.NONE);
  }

  private static Finding finding(
      Expectation.Sentence sentence,
      long judged,
      long violations,
      long undecided,
      String unit,
      Map<String, @Nullable Object> metrics,
      List<String> sql) {
    boolean met = Limits.bears(sentence.tolerance(), violations, judged);
    return new Finding(
        sentence,
        met,
        action(sentence.policy(), met, violations, judged),
        judged,
        violations,
        undecided,
        null,
        metrics,
        Wording.violations(violations, judged, undecided, unit),
        Optional.empty(),
        sql,
        Finding.Samples.NONE);
  }

  // A statement about the table is met only when it is true: null is not.
  private static Finding table(
      Expectation.Sentence sentence,
      Measured measured,
      Map<String, @Nullable Object> metrics,
      List<String> sql) {
    Measures measures = measures(measured);
    Object truth = Evaluator.evaluate(sentence.check(), Row.NONE, measures);
    boolean met = Boolean.TRUE.equals(truth);
    Object observed =
        sentence.observed().map(each -> Evaluator.evaluate(each, Row.NONE, measures)).orElse(null);
    return new Finding(
        sentence,
        met,
        action(sentence.policy(), met, met ? 0 : 1, 1),
        1,
        met ? 0 : 1,
        0,
        observed,
        metrics,
        Wording.measured(metrics, nothingOfTheTable(sentence, metrics), measured.rows()),
        Optional.empty(),
        sql,
        Finding.Samples.NONE);
  }

  // The table's rows say why one of its metrics has no value; not those of another table, nor of
  // one that looks at some of the rows only.
  private static boolean nothingOfTheTable(
      Expectation.Sentence sentence, Map<String, @Nullable Object> metrics) {
    return sentence.metrics().entrySet().stream()
        .filter(each -> metrics.get(each.getKey()) == null)
        .map(each -> (Expression.Measure) each.getValue())
        .anyMatch(each -> each.table().isEmpty() && each.filter().isEmpty());
  }

  private static Measures measures(Measured measured) {
    return new Measures() {
      @Override
      public @Nullable Object measure(Expression.Measure measure) {
        return measured.value(measure);
      }

      @Override
      public @Nullable Boolean holds(Expression relation) {
        throw new IllegalStateException("a statement about the table compares no rows");
      }
    };
  }

  private static Optional<Policy.Action> action(
      Policy policy, boolean met, long violations, long judged) {
    return met ? Optional.empty() : Optional.of(Limits.reached(policy, violations, judged));
  }

  private static Map<String, @Nullable Object> metrics(
      Expectation.Sentence sentence, Measured measured) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (sentence.per().isEmpty()) {
      sentence
          .metrics()
          .forEach((text, metric) -> values.put(text, measured.value((Expression.Measure) metric)));
    }
    return values;
  }

  /** What was measured for one sentence. */
  public interface Measured {

    Measurement.Result.Tallied tally();

    Measurement.Result.Grouped groups();

    @Nullable Object value(Expression.Measure measure);

    /** Rows of the sentence's scope. */
    long rows();
  }
}
