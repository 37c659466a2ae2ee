package dev.sluice.engine.audit;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Judge;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.PercentileScreen;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.run.Readers;
import dev.sluice.engine.run.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
  private final IdentityHashMap<Expectation, Needs> needs = new IdentityHashMap<>();

  private Audit(Relation relation, Readers readers, AuditSettings settings) {
    this.relation = relation;
    this.session = readers.leader();
    this.settings = settings;
    this.scanning = new Scanning(readers, settings);
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
    return of(expectations, relation, Readers.alone(session), settings);
  }

  /** The same, on as many connections as there are readers. */
  public static Result of(
      List<? extends Expectation> expectations,
      Relation relation,
      Readers readers,
      AuditSettings settings) {
    return new Audit(relation, readers, settings).run(expectations);
  }

  private Result run(List<? extends Expectation> expectations) {
    Measurement.Rows rows = new Measurement.Rows(new Measurement.Scope(relation, Optional.empty()));
    List<Measurement> needed = new ArrayList<>();
    needed.add(rows);
    for (Expectation each : expectations) {
      if (each instanceof Expectation.Sentence sentence) {
        Needs line = new Needs(sentence, relation, scanning.results());
        needs.put(each, line);
        needed.addAll(line.all());
      }
    }
    Screening screening = new Screening(needs.values(), settings.rules());
    scanning.take(screening.first(needed));
    List<Measurement> open = screening.rest(scanning.results());
    if (!open.isEmpty()) {
      scanning.take(open);
    }
    List<Finding> judged = new ArrayList<>();
    for (Expectation each : expectations) {
      judged.add(judge(each, screening));
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

  private Finding judge(Expectation expectation, Screening screening) {
    if (expectation instanceof Expectation.Schema schema) {
      return SchemaJudge.judge(schema, relation.columns());
    }
    if (expectation instanceof Expectation.Query query) {
      return new QueryAudit(session, settings, relation.columns()).judge(query);
    }
    Needs line = Objects.requireNonNull(needs.get(expectation));
    Optional<PercentileScreen> told = screening.of(line);
    return told.isPresent()
        ? Judge.met(expectation, List.copyOf(scanning.sql(told.get().tally())))
        : judge((Expectation.Sentence) expectation, line);
  }

  private Finding judge(Expectation.Sentence sentence, Needs line) {
    List<Measurement> all = line.all();
    Set<String> sql = new LinkedHashSet<>();
    all.forEach(each -> sql.addAll(scanning.sql(each)));
    Optional<Failure> failure =
        all.stream().map(scanning.failures()::get).filter(Objects::nonNull).findFirst();
    if (failure.isPresent()) {
      return Finding.error(sentence, failure.get(), List.copyOf(sql));
    }
    return new Discretion(settings.sensitive())
        .of(Judge.judge(sentence, line, List.copyOf(sql)), sentence);
  }

  /** The percentiles that a count may spare: what `explain` tells. */
  public static Set<Measurement> screened(
      List<? extends Expectation> expectations, Relation relation) {
    Set<Measurement> screened = new HashSet<>();
    for (Expectation each : expectations) {
      if (each instanceof Expectation.Sentence sentence) {
        new Needs(sentence, relation, Map.of())
            .screen()
            .ifPresent(screen -> screened.add(screen.value()));
      }
    }
    return screened;
  }

  /** Lines whose samples one statement may fetch, when they are not met: what `explain` tells. */
  public static int sampledTogether(List<? extends Expectation> expectations, Relation relation) {
    int lines = 0;
    for (Expectation each : expectations) {
      lines +=
          measurements(List.of(each), relation).stream()
                  .anyMatch(
                      needed ->
                          needed instanceof Measurement.Tally tally
                              && SamplingTogether.isPlain(tally.scope(), tally.check()))
              ? 1
              : 0;
    }
    return lines;
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
