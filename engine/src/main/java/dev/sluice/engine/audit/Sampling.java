package dev.sluice.engine.audit;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.expression.Level;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Offenders;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fetches some violating rows or groups of an unmet expectation. Sensitive columns never. */
final class Sampling {

  private final Session session;
  private final AuditSettings settings;
  private final Scanning scanning;

  Sampling(Session session, AuditSettings settings, Scanning scanning) {
    this.session = session;
    this.settings = settings;
    this.scanning = scanning;
  }

  Finding sample(Finding finding, Expectation.Sentence sentence, Needs needs) {
    Optional<Statement> statement =
        sentence.level() == Level.ROW ? rows(finding, sentence, needs) : groups(sentence, needs);
    if (statement.isEmpty()) {
      return finding;
    }
    List<String> sql = new ArrayList<>(finding.sql());
    sql.add(statement.get().sql());
    try {
      List<Map<String, @Nullable Object>> rows =
          session.attempt(() -> session.samples(statement.get()));
      return finding.with(new Finding.Samples(rows, rows.size() < finding.violations()), sql);
    } catch (DatabaseFailure failure) {
      // The verdict stands without its samples, unless nothing can be judged any more.
      return Finding.error(sentence, failure.failure(), sql);
    }
  }

  private Optional<Statement> rows(Finding finding, Expectation.Sentence sentence, Needs needs) {
    Set<String> columns = new LinkedHashSet<>(settings.keys());
    columns.addAll(sentence.columns());
    columns.removeAll(settings.sensitive());
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    List<String> shown = List.copyOf(columns);
    List<String> order = new ArrayList<>(settings.keys());
    order.removeAll(settings.sensitive());
    int limit = (int) Math.min(settings.samples(), finding.violations());
    Measurement.Tally wanted = narrowed(needs.tallyNeeded());
    return Optional.of(
        session
            .compiler()
            .samples(
                wanted.scope(),
                wanted.check(),
                wanted.per(),
                shown,
                order.isEmpty() ? shown : order,
                limit));
  }

  /** The same rows at fault, where their keys are known with less to read. */
  private Measurement.Tally narrowed(Measurement.Tally tally) {
    Optional<Expression> narrowing =
        scanning.offenders(tally).flatMap(found -> found.narrowing(tally));
    if (narrowing.isEmpty()) {
      return tally;
    }
    return Offenders.isExact(tally)
        ? new Measurement.Tally(tally.scope(), new Expression.Not(narrowing.get()), List.of())
        : new Measurement.Tally(
            tally.scope().within(narrowing.get()), tally.check(), tally.per());
  }

  private Optional<Statement> groups(Expectation.Sentence sentence, Needs needs) {
    if (sentence.per().isEmpty() || needs.per().stream().anyMatch(settings.sensitive()::contains)) {
      return Optional.empty();
    }
    Map<String, Expression> shown = new LinkedHashMap<>();
    sentence
        .metrics()
        .forEach(
            (text, metric) -> {
              if (Expressions.columns(metric).stream().noneMatch(settings.sensitive()::contains)) {
                shown.put(text, metric);
              }
            });
    return Optional.of(
        session.compiler().groupSamples(needs.groupsNeeded(), shown, settings.samples()));
  }
}
