package dev.sluice.engine.audit;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.function.Metric;
import dev.sluice.engine.judge.Finding;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps values of sensitive columns out of findings: a minimum is one row's value too. */
final class Discretion {

  private static final Set<Metric> SINGLE_VALUES =
      EnumSet.of(
          Metric.MIN,
          Metric.MAX,
          Metric.MODE,
          Metric.MEDIAN,
          Metric.PERCENTILE,
          Metric.PERCENTILE_DISC);

  private final Set<String> sensitive;

  Discretion(Set<String> sensitive) {
    this.sensitive = sensitive;
  }

  /** The finding without what it must not tell. */
  Finding of(Finding finding, Expectation.Sentence sentence) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>(finding.metrics());
    sentence
        .metrics()
        .forEach(
            (text, metric) -> {
              if (reveals(metric)) {
                told.remove(text);
              }
            });
    boolean observed = sentence.observed().filter(this::reveals).isPresent();
    return told.size() == finding.metrics().size() && !observed ? finding : finding.telling(told);
  }

  private boolean reveals(Expression expression) {
    boolean[] found = new boolean[1];
    Expressions.walk(
        expression,
        each ->
            found[0] |=
                each instanceof Expression.Measure measure
                    && SINGLE_VALUES.contains(measure.metric())
                    && measure.arguments().stream().anyMatch(this::isSensitive));
    return found[0];
  }

  private boolean isSensitive(Expression argument) {
    return Expressions.columns(argument).stream().anyMatch(sensitive::contains);
  }
}
