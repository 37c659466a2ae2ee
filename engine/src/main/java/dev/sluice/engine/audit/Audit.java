package dev.sluice.engine.audit;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Judge;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.run.Session;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Measures and judges expectations over one relation: for `check`, for the candidate of a gate, for
 * repaired rows, for `ensure`. It only reads.
 */
public final class Audit {

  private final Relation relation;
  private final Session session;
  private final AuditSettings settings;
  private final Scanning scanning;

  private Audit(Relation relation, Session session, AuditSettings settings) {
    this.relation = relation;
    this.session = session;
    this.settings = settings;
    this.scanning = new Scanning(session, settings);
  }

  /**
   * What an audit found.
   *
   * @param rows of the relation; absent when they could not be counted
   */
  public record Result(Optional<Long> rows, List<Finding> findings) {

    /** Whether anything could not be judged. */
    public boolean hasErrors() {
      return findings.stream().anyMatch(each -> each.error().isPresent());
    }
  }

  /**
   * Judges expectations in a transaction that the caller began. What the database does not answer
   * becomes a finding with an error, never an exception.
   */
  public static Result of(
      List<? extends Expectation> expectations,
      Relation relation,
      Session session,
      AuditSettings settings) {
    return new Audit(relation, session, settings).run(expectations);
  }

  private Result run(List<? extends Expectation> expectations) {
    Measurement.Rows rows = new Measurement.Rows(new Measurement.Scope(relation, Optional.empty()));
    List<Measurement> needed = new ArrayList<>();
    needed.add(rows);
    for (Expectation each : expectations) {
      if (each instanceof Expectation.Sentence sentence) {
        needed.addAll(new Needs(sentence, relation, scanning.results()).all());
      }
    }
    scanning.take(needed);
    List<Finding> judged = new ArrayList<>();
    for (Expectation each : expectations) {
      judged.add(judge(each));
    }
    List<Finding> findings =
        settings.samples() == 0
            ? judged
            : new Sampling(session, settings, relation, scanning).sample(judged);
    Measurement.Result counted = scanning.results().get(rows);
    Optional<Long> count =
        counted instanceof Measurement.Result.Measured measured
                && measured.value() instanceof Number number
            ? Optional.of(number.longValue())
            : Optional.empty();
    return new Result(count, findings);
  }

  private Finding judge(Expectation expectation) {
    if (expectation instanceof Expectation.Schema schema) {
      return SchemaJudge.judge(schema, relation.columns());
    }
    if (expectation instanceof Expectation.Query query) {
      return new QueryAudit(session, settings).judge(query);
    }
    return judge((Expectation.Sentence) expectation);
  }

  private Finding judge(Expectation.Sentence sentence) {
    Needs needs = new Needs(sentence, relation, scanning.results());
    List<Measurement> all = needs.all();
    Set<String> sql = new LinkedHashSet<>();
    all.forEach(each -> sql.addAll(scanning.sql(each)));
    Optional<Failure> failure =
        all.stream().map(scanning.failures()::get).filter(Objects::nonNull).findFirst();
    if (failure.isPresent()) {
      return Finding.error(sentence, failure.get(), List.copyOf(sql));
    }
    return new Discretion(settings.sensitive())
        .of(Judge.judge(sentence, needs, List.copyOf(sql)), sentence);
  }

  /** The measurements of expectations, in order: what `explain` plans. */
  public static List<Measurement> measurements(
      List<? extends Expectation> expectations, Relation relation) {
    List<Measurement> needed = new ArrayList<>();
    needed.add(new Measurement.Rows(new Measurement.Scope(relation, Optional.empty())));
    for (Expectation each : expectations) {
      if (each instanceof Expectation.Sentence sentence) {
        needed.addAll(new Needs(sentence, relation, Map.of()).all());
      }
    }
    return needed;
  }
}
