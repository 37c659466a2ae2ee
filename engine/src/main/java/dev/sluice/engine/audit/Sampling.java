package dev.sluice.engine.audit;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.expression.Level;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Offenders;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Sought;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches some violating rows or groups of unmet expectations, after all was counted. Sensitive
 * columns never.
 */
final class Sampling {

  private final Session session;
  private final AuditSettings settings;
  private final Relation relation;
  private final Scanning scanning;

  Sampling(Session session, AuditSettings settings, Relation relation, Scanning scanning) {
    this.session = session;
    this.settings = settings;
    this.relation = relation;
    this.scanning = scanning;
  }

  /** The findings in their order, with samples where there are some to show. */
  List<Finding> sample(List<Finding> findings) {
    List<Finding> sampled = new ArrayList<>(findings);
    Map<Integer, Sought> rows = new LinkedHashMap<>();
    for (int place = 0; place < findings.size(); place++) {
      Finding finding = findings.get(place);
      if (finding.met()
          || finding.error().isPresent()
          || !(finding.expectation() instanceof Expectation.Sentence sentence)) {
        continue;
      }
      if (sentence.level() == Level.ROW) {
        Optional<Sought> sought = sought(finding, sentence);
        if (sought.isPresent()) {
          rows.put(place, sought.get());
        }
      } else {
        Optional<Statement> groups = groups(sentence);
        if (groups.isPresent()) {
          sampled.set(place, alone(finding, groups.get()));
        }
      }
    }
    Map<Integer, Finding> together =
        new SamplingTogether(session, settings.rules()).sample(findings, rows);
    rows.forEach(
        (place, sought) ->
            sampled.set(
                place,
                together.containsKey(place)
                    ? together.get(place)
                    : alone(findings.get(place), session.compiler().samples(sought))));
    return sampled;
  }

  private Finding alone(Finding finding, Statement statement) {
    Supplier<List<Map<String, @Nullable Object>>> fetch = () -> session.samples(statement);
    try {
      return found(finding, session.attempt(fetch), statement);
    } catch (DatabaseFailure failure) {
      // The verdict stands without its samples, unless nothing can be judged any more.
      return Finding.error(finding.expectation(), failure.failure(), sql(finding, statement));
    }
  }

  static Finding found(
      Finding finding, List<Map<String, @Nullable Object>> rows, Statement statement) {
    return finding.with(
        new Finding.Samples(rows, rows.size() < finding.violations()), sql(finding, statement));
  }

  private static List<String> sql(Finding finding, Statement statement) {
    List<String> sql = new ArrayList<>(finding.sql());
    sql.add(statement.told());
    return sql;
  }

  private Optional<Sought> sought(Finding finding, Expectation.Sentence sentence) {
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
    Tally wanted = narrowed(new Needs(sentence, relation, Map.of()).tallyNeeded());
    return Optional.of(
        new Sought(
            wanted.scope(),
            wanted.check(),
            wanted.per(),
            shown,
            order.isEmpty() ? shown : order,
            limit));
  }

  /** The same rows at fault, where their keys are known with less to read. */
  private Tally narrowed(Tally tally) {
    Optional<Offenders.Narrowing> narrowing =
        scanning.offenders(tally).flatMap(found -> found.narrowing(tally));
    if (narrowing.isEmpty()) {
      return tally;
    }
    Expression statement = narrowing.get().statement();
    return narrowing.get().exact()
        ? new Tally(tally.scope(), new Expression.Not(statement), List.of())
        : new Tally(tally.scope().within(statement), tally.check(), tally.per());
  }

  private Optional<Statement> groups(Expectation.Sentence sentence) {
    Needs needs = new Needs(sentence, relation, Map.of());
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
