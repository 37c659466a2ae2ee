package dev.sluice.engine.audit;

import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Result;
import dev.sluice.engine.plan.Planner;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  private final Map<Measurement, String> sql = new HashMap<>();

  public Scanning(Session session, AuditSettings settings) {
    this.session = session;
    this.settings = settings;
  }

  /** What was measured so far. */
  public Map<Measurement, Result> results() {
    return results;
  }

  /** Why something could not be measured. */
  public Map<Measurement, Failure> failures() {
    return failures;
  }

  /** The statement that took a measurement, or the last that tried to. */
  Map<Measurement, String> sql() {
    return sql;
  }

  /**
   * Takes measurements in a transaction that the caller began; each then has a result or a failure.
   */
  public void take(List<Measurement> measurements) {
    List<Scan> scans = Planner.plan(measurements, session.connector().sql());
    try {
      for (int index = 0; index < scans.size(); index++) {
        settings.progress().scanning(settings.table(), index + 1, scans.size());
        take(scans.get(index));
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
    scan.measurements().forEach(each -> sql.put(each, statement.sql()));
    results.putAll(session.attempt(() -> session.measure(scan, statement)));
  }

  // A statement that cannot be written is no reason to know less about the others: fail closed,
  // and only for what is at fault.
  private Statement compiled(Scan scan) {
    try {
      return session.compiler().compile(scan);
    } catch (RuntimeException fault) {
      throw new DatabaseFailure(
          new Failure("internal", "no SQL could be written for it: " + fault.getMessage()), fault);
    }
  }
}
