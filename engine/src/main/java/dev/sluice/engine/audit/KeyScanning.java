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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Looks for keys at fault, each but once, and remembers them. */
final class KeyScanning {

  private final Scanning scanning;
  private final Map<Tally, Offenders> found = new ConcurrentHashMap<>();

  KeyScanning(Scanning scanning) {
    this.scanning = scanning;
  }

  Optional<Offenders> of(Tally tally) {
    return Optional.ofNullable(found.get(tally));
  }

  /** Looks for the keys at fault of a check. */
  void look(KeyScan scan, Session session) {
    Tally tally = scan.tally();
    try {
      scanning.sql(tally).clear();
      found.put(tally, offenders(scan, session));
    } catch (DatabaseFailure failure) {
      if (scanning.accompanies(session)) {
        throw failure;
      }
      scanning.failures().put(tally, failure.failure());
    }
  }

  /** Makes the result of a check whose keys at fault were looked for, as its rows were counted. */
  void tally(KeyScan scan) {
    Tally tally = scan.tally();
    List<String> looked = List.copyOf(scanning.sql(tally));
    scanning.sql(tally).clear();
    scanning.sql(tally).addAll(scanning.sql(scan.complete()));
    scanning.sql(tally).addAll(looked);
    Offenders offenders = found.get(tally);
    if (!(scanning.results().get(scan.complete()) instanceof Result.Tallied rows)) {
      Failure unknown = new Failure("internal", "its rows were not counted");
      Failure before = scanning.failures().get(scan.complete());
      scanning.failures().put(tally, before == null ? unknown : before);
    } else if (offenders != null) {
      scanning
          .results()
          .put(tally, new Result.Tallied(rows.rows(), offenders.rows(), rows.violations()));
    }
  }

  private Offenders offenders(KeyScan scan, Session session) {
    Optional<Tally> part = scan.within();
    Optional<Offenders> known = part.flatMap(this::of);
    if (known.isPresent()) {
      scanning.sql(scan.tally()).addAll(scanning.sql(part.get()));
      if (known.get().isNone()) {
        return Offenders.NONE;
      }
    }
    if (scan.is(KeyScan.Way.SCREENED) && isClean(scan, session)) {
      return Offenders.NONE;
    }
    Optional<Expression> narrowing =
        known.flatMap(each -> each.narrowing(part.get())).map(Offenders.Narrowing::statement);
    List<List<@Nullable Object>> rows =
        rows(scan, Scanning.compiled(() -> session.compiler().keys(scan, narrowing)), session);
    return session.compiler().offenders(scan, rows);
  }

  private boolean isClean(KeyScan scan, Session session) {
    Statement screen = Scanning.compiled(() -> session.compiler().screen(scan));
    return session.compiler().passes(rows(scan, screen, session).get(0));
  }

  private List<List<@Nullable Object>> rows(KeyScan scan, Statement statement, Session session) {
    scanning.sql(scan.tally()).add(statement.told());
    return session.attempt(() -> session.scan(statement));
  }
}
