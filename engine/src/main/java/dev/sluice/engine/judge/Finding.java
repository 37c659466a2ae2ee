package dev.sluice.engine.judge;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import dev.sluice.engine.report.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one expectation, before anyone acts.
 *
 * @param met violations are within the tolerance; false with {@code error}
 * @param action of the last zone reached; present exactly when judged and not met
 * @param judged decided rows or groups; 1 for a table check without {@code per}
 * @param error why it could not be judged
 * @param sql the statements that it took part in
 */
public record Finding(
    Expectation expectation,
    boolean met,
    Optional<Policy.Action> action,
    long judged,
    long violations,
    long undecided,
    @Nullable Object observed,
    Map<String, @Nullable Object> metrics,
    String message,
    Optional<Failure> error,
    List<String> sql,
    Samples samples) {

  /** Some of the violating rows or groups, and whether there are more. */
  public record Samples(List<Map<String, @Nullable Object>> rows, boolean truncated) {

    public static final Samples NONE = new Samples(List.of(), false);
  }

  /** The same with samples. */
  public Finding with(Samples found, List<String> statements) {
    return told(observed, metrics, message, statements, found);
  }

  /** The same in other words. */
  public Finding saying(String words) {
    return told(observed, metrics, words, sql, samples);
  }

  /** The same with these metrics alone, and without the value that was observed. */
  public Finding telling(Map<String, @Nullable Object> told) {
    boolean hides =
        expectation instanceof Expectation.Sentence sentence && sentence.observed().isPresent();
    return told(
        null, told, hides ? "the value of a sensitive column is not shown" : message, sql, samples);
  }

  /** The same judgement, told otherwise. */
  private Finding told(
      @Nullable Object value,
      Map<String, @Nullable Object> values,
      String words,
      List<String> statements,
      Samples found) {
    return new Finding(
        expectation,
        met,
        action,
        judged,
        violations,
        undecided,
        value,
        values,
        words,
        error,
        statements,
        found);
  }

  /** The word of the action that applies, when one does. */
  public boolean acts(Class<? extends Policy.Action> kind) {
    return action.filter(kind::isInstance).isPresent();
  }

  /** What could not be judged. */
  public static Finding error(Expectation expectation, Failure failure, List<String> sql) {
    return new Finding(
        expectation,
        false,
        Optional.empty(),
        0,
        0,
        0,
        null,
        Map.of(),
        failure.message(),
        Optional.of(failure),
        sql,
        Samples.NONE);
  }
}
