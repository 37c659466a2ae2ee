package dev.sluice.engine.audit;

import dev.sluice.engine.plan.KeyScan;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Result;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Offenders;
import dev.sluice.engine.plan.Plan;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Takes measurements: plans them into scans and runs these. A scan that fails is run again
 * measurement by measurement, so that only what is at fault stays without a result.
 */
public final class Scanning {

  /** After these the database will not answer the next statement either. */
  private static final Set<String> FINAL = Set.of("timeout", "interrupted", "busy");

  private final Session session;
  private final AuditSettings settings;
  private final Map<Measurement, Result> results = new HashMap<>();
  private final Map<Measurement, Failure> failures = new HashMap<>();
  private final Map<Measurement, Set<String>> sql = new HashMap<>();
  private final KeyScanning keys;

  public Scanning(Session session, AuditSettings settings) {
    this.session = session;
    this.settings = settings;
    this.keys = new KeyScanning(session, this);
  }

  /** What was measured so far. */
  public Map<Measurement, Result> results() {
    return results;
  }

  /** Why something could not be measured. */
  public Map<Measurement, Failure> failures() {
    return failures;
  }

  /** The statements that took a measurement, or that tried to. */
  Set<String> sql(Measurement measurement) {
    return sql.computeIfAbsent(measurement, each -> new LinkedHashSet<>());
  }

  /** The keys at fault of a check, when they were looked for. */
  Optional<Offenders> offenders(Tally tally) {
    return keys.of(tally);
  }

  /**
   * Takes measurements in a transaction that the caller began; each then has a result or a failure.
   */
  public void take(List<Measurement> measurements) {
    Plan plan = Plan.of(measurements, session.connector().sql(), settings.rules());
    try {
      int done = 0;
      for (Scan scan : plan.scans()) {
        settings.progress().scanning(settings.table(), ++done, plan.statements());
        take(scan);
      }
      for (KeyScan scan : plan.keyScans()) {
        settings.progress().scanning(settings.table(), ++done, plan.statements());
        keys.take(scan);
      }
    } finally {
      settings.progress().done();
    }
  }

  private void take(Scan scan) {
    try {
      run(scan);
    } catch (DatabaseFailure failure) {
      boolean alone = scan.measurements().size() == 1;
      if (alone || FINAL.contains(failure.failure().code())) {
        scan.measurements().forEach(each -> failures.put(each, failure.failure()));
      } else {
        scan.measurements().forEach(each -> take(new Scan(scan.purpose(), List.of(each))));
      }
    }
  }

  private void run(Scan scan) {
    Statement statement = compiled(scan);
    for (Measurement each : scan.measurements()) {
      sql(each).clear();
      sql(each).add(statement.sql());
    }
    results.putAll(session.attempt(() -> session.measure(scan, statement)));
  }

  // A statement that cannot be written is no reason to know less about the others: fail closed,
  // and only for what is at fault.
  private Statement compiled(Scan scan) {
    return compiled(() -> session.compiler().compile(scan));
  }

  static Statement compiled(Supplier<Statement> work) {
    try {
      return work.get();
    } catch (RuntimeException fault) {
      throw new DatabaseFailure(
          new Failure("internal", "no SQL could be written for it: " + fault.getMessage()), fault);
    }
  }
}
