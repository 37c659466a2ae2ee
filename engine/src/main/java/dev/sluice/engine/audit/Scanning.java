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
import dev.sluice.engine.run.Readers;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Takes measurements: plans them into scans and runs these. A scan that fails is run again
 * measurement by measurement, so that only what is at fault stays without a result.
 */
public final class Scanning {

  /** After these the database will not answer the next statement either. */
  private static final Set<String> FINAL = Set.of("timeout", "interrupted", "busy");

  private final Readers readers;
  private final AuditSettings settings;
  private final Map<Measurement, Result> results = new ConcurrentHashMap<>();
  private final Map<Measurement, Failure> failures = new ConcurrentHashMap<>();
  private final Map<Measurement, Set<String>> sql = new ConcurrentHashMap<>();
  private final KeyScanning keys = new KeyScanning(this);

  public Scanning(Session session, AuditSettings settings) {
    this(Readers.alone(session), settings);
  }

  Scanning(Readers readers, AuditSettings settings) {
    this.readers = readers;
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

  /** The statements that took a measurement, or that tried to. */
  Set<String> sql(Measurement measurement) {
    // each is measured by one reader at a time, but told by another
    return sql.computeIfAbsent(
        measurement, each -> Collections.synchronizedSet(new LinkedHashSet<>()));
  }

  /** Whether what fails on it is left to another session, which then tells. */
  boolean accompanies(Session session) {
    return session != readers.leader();
  }

  /** The keys at fault of a check, when they were looked for. */
  Optional<Offenders> offenders(Tally tally) {
    return keys.of(tally);
  }

  /**
   * Takes measurements in a transaction that the caller began; each then has a result or a failure.
   */
  public void take(List<Measurement> measurements) {
    Plan plan = Plan.of(measurements, readers.leader().connector().sql(), settings.rules());
    AtomicInteger done = new AtomicInteger();
    List<Readers.Reading> readings = new ArrayList<>();
    for (Scan scan : plan.scans()) {
      readings.add(
          session -> {
            tell(done.incrementAndGet(), plan);
            take(scan, session);
          });
    }
    for (List<KeyScan> chain : chains(plan.keyScans())) {
      readings.add(
          session -> {
            for (KeyScan scan : chain) {
              tell(done.incrementAndGet(), plan);
              keys.look(scan, session);
            }
          });
    }
    try {
      readers.read(readings);
      plan.keyScans().forEach(keys::tally);
    } finally {
      settings.progress().done();
    }
  }

  // What a companion failed to read is told twice.
  private void tell(int scan, Plan plan) {
    int statements = plan.statements();
    settings.progress().scanning(settings.table(), Math.min(scan, statements), statements);
  }

  /** Keys that are looked for among those of another, after it. */
  private static Collection<List<KeyScan>> chains(List<KeyScan> scans) {
    Map<Tally, List<KeyScan>> chains = new LinkedHashMap<>();
    for (KeyScan scan : scans) {
      List<KeyScan> before = scan.within().map(chains::get).orElse(null);
      List<KeyScan> chain = before == null ? new ArrayList<>() : before;
      chain.add(scan);
      chains.put(scan.tally(), chain);
    }
    Set<List<KeyScan>> different = Collections.newSetFromMap(new IdentityHashMap<>());
    return chains.values().stream().filter(different::add).toList();
  }

  private void take(Scan scan, Session session) {
    try {
      run(scan, session);
    } catch (DatabaseFailure failure) {
      if (accompanies(session)) {
        throw failure;
      }
      boolean alone = scan.measurements().size() == 1;
      if (alone || FINAL.contains(failure.failure().code())) {
        scan.measurements().forEach(each -> failures.put(each, failure.failure()));
      } else {
        scan.measurements().forEach(each -> take(new Scan(scan.purpose(), List.of(each)), session));
      }
    }
  }

  private void run(Scan scan, Session session) {
    Statement statement = compiled(() -> session.compiler().compile(scan));
    for (Measurement each : scan.measurements()) {
      sql(each).clear();
      sql(each).add(statement.sql());
    }
    results.putAll(session.attempt(() -> session.measure(scan, statement)));
  }

  // A statement that cannot be written is no reason to know less about the others: fail closed,
  // and only for what is at fault.
  static Statement compiled(Supplier<Statement> work) {
    try {
      return work.get();
    } catch (RuntimeException fault) {
      throw new DatabaseFailure(
          new Failure("internal", "no SQL could be written for it: " + fault.getMessage()), fault);
    }
  }
}
