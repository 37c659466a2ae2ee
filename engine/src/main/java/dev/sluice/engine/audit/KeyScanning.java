package dev.sluice.engine.audit;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.engine.plan.KeyScan;
import dev.sluice.engine.plan.Measurement.Result;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Offenders;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for keys at fault, each but once, and remembers them. */
final class KeyScanning {

  private final Session session;
  private final Scanning scanning;
  private final Map<Tally, Offenders> found = new HashMap<>();

  KeyScanning(Session session, Scanning scanning) {
    this.session = session;
    this.scanning = scanning;
  }

  Optional<Offenders> of(Tally tally) {
    return Optional.ofNullable(found.get(tally));
  }

  /** Measures a check on keys; what it rests on was measured before. */
  void take(KeyScan scan) {
    Tally tally = scan.tally();
    scanning.sql(tally).addAll(scanning.sql(scan.complete()));
    if (!(scanning.results().get(scan.complete()) instanceof Result.Tallied rows)) {
      Failure unknown = new Failure("internal", "its rows were not counted");
      Failure before = scanning.failures().get(scan.complete());
      scanning.failures().put(tally, before == null ? unknown : before);
      return;
    }
    try {
      Offenders offenders = offenders(scan);
      found.put(tally, offenders);
      scanning
          .results()
          .put(tally, new Result.Tallied(rows.rows(), offenders.rows(), rows.violations()));
    } catch (DatabaseFailure failure) {
      scanning.failures().put(tally, failure.failure());
    }
  }

  private Offenders offenders(KeyScan scan) {
    Optional<Tally> part = scan.within();
    Optional<Offenders> known = part.flatMap(this::of);
    if (known.isPresent()) {
      scanning.sql(scan.tally()).addAll(scanning.sql(part.get()));
      if (known.get().isNone()) {
        return Offenders.NONE;
      }
    }
    if (scan.screened() && isClean(scan)) {
      return Offenders.NONE;
    }
    Optional<Expression> narrowing =
        known.flatMap(each -> each.narrowing(part.get())).map(Offenders.Narrowing::statement);
    List<List<@Nullable Object>> rows =
        rows(scan, Scanning.compiled(() -> session.compiler().keys(scan, narrowing)));
    return session.compiler().offenders(scan, rows);
  }

  private boolean isClean(KeyScan scan) {
    Statement screen = Scanning.compiled(() -> session.compiler().screen(scan));
    return session.compiler().passes(rows(scan, screen).get(0));
  }

  private List<List<@Nullable Object>> rows(KeyScan scan, Statement statement) {
    scanning.sql(scan.tally()).add(statement.told());
    return session.attempt(() -> session.scan(statement));
  }
}
