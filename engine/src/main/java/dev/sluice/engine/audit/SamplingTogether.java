package dev.sluice.engine.audit;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Parts;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Rules;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Sought;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule of samples together: lines whose rows at fault are few and told by the row alone are
 * fetched by one statement. What does not go together, or fails together, is fetched alone.
 */
final class SamplingTogether {

  /** Lines in one statement: each of them tells its text. */
  private static final int MOST_LINES = 16;

  /** Rows at fault: the database may hold them all while it takes the first. */
  private static final long MOST_ROWS = 100_000;

  private final Session session;
  private final Rules rules;

  SamplingTogether(Session session, Rules rules) {
    this.session = session;
    this.rules = rules;
  }

  /** Findings with samples by their places; those that are to be fetched alone are not there. */
  Map<Integer, Finding> sample(List<Finding> findings, Map<Integer, Sought> sought) {
    Map<Integer, Finding> sampled = new LinkedHashMap<>();
    if (!rules.have(Rules.SAMPLES_TOGETHER)) {
      return sampled;
    }
    List<Integer> together = new ArrayList<>();
    long rows = 0;
    for (Map.Entry<Integer, Sought> each : sought.entrySet()) {
      long more = findings.get(each.getKey()).violations();
      Sought one = each.getValue();
      if (!isPlain(one.scope(), one.check()) || more > MOST_ROWS) {
        continue;
      }
      if (together.size() == MOST_LINES || rows + more > MOST_ROWS) {
        fetch(together, findings, sought, sampled);
        together.clear();
        rows = 0;
      }
      together.add(each.getKey());
      rows += more;
    }
    fetch(together, findings, sought, sampled);
    return sampled;
  }

  /** Whether the row alone tells that it is at fault. */
  static boolean isPlain(Measurement.Scope scope, Expression check) {
    return scope.relation() instanceof Relation.Stored stored
        && stored.filter().map(Parts::isPlain).orElse(true)
        && scope.where().map(Parts::isPlain).orElse(true)
        && Parts.isPlain(check);
  }

  private void fetch(
      List<Integer> places,
      List<Finding> findings,
      Map<Integer, Sought> sought,
      Map<Integer, Finding> sampled) {
    List<Sought> wanted = new ArrayList<>();
    for (int place : places) {
      Sought one = sought.get(place);
      if (one != null) {
        wanted.add(one);
      }
    }
    if (wanted.size() < 2) {
      return;
    }
    try {
      Statement statement = Scanning.compiled(() -> session.compiler().samples(wanted));
      List<Map<String, @Nullable Object>> rows = session.attempt(() -> session.samples(statement));
      for (int line = 0; line < wanted.size(); line++) {
        int place = places.get(line);
        sampled.put(
            place,
            Sampling.found(
                findings.get(place), of(rows, line, wanted.get(line).columns()), statement));
      }
    } catch (DatabaseFailure failure) {
      // Each is fetched alone then, which tells which of them is at fault.
      sampled.keySet().removeAll(places);
    }
  }

  private static List<Map<String, @Nullable Object>> of(
      List<Map<String, @Nullable Object>> rows, int line, List<String> columns) {
    List<Map<String, @Nullable Object>> own = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows) {
      if (row.get(Sought.LINE) instanceof Number number && number.intValue() == line) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        columns.forEach(column -> shown.put(column, row.get(column)));
        own.add(shown);
      }
    }
    return own;
  }
}
