package dev.sluice.engine.flow;

import dev.sluice.engine.gate.Purge;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.SuiteReport;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Purges the quarantine and the ledger of one suite. */
final class PurgeFlow {

  private final ReadySuite suite;
  private final Session session;
  private final boolean dryRun;
  private final Instant before;
  private final List<String> target;
  private final List<String> ledger;
  private final Optional<QuarantineTable> quarantine;

  /** Prepares the purge; what is wrong becomes diagnostics of the suite. */
  PurgeFlow(ReadySuite suite, Session session, Duration older, boolean dryRun) {
    this.suite = suite;
    this.session = session;
    this.dryRun = dryRun;
    this.before = suite.now().minus(older);
    Gated.persistent(suite, session.capabilities().persistent());
    SideTables tables = new SideTables(suite);
    this.target = tables.target();
    this.ledger = tables.ledger(target);
    this.quarantine = tables.at(tables.quarantine(target).path()).map(QuarantineTable::new);
    quarantine.ifPresent(table -> table.check(suite));
    suite.diagnostics().throwIfErrors();
  }

  SuiteReport run() {
    Purge.Task task =
        new Purge.Task(
            target,
            suite.source().name(),
            suite.file().table().value(),
            ledger,
            quarantine.map(QuarantineTable::table),
            before,
            dryRun);
    try {
      return report(Outcome.PASSED, told(Purge.run(task, session)), Optional.empty());
    } catch (DatabaseFailure failure) {
      return report(Outcome.ERROR, failure.failure().message(), Optional.of(failure.failure()));
    }
  }

  private String told(Purge.Purged purged) {
    String batches =
        purged.batches() == 0
            ? ""
            : "; "
                + Wording.count(purged.batches(), "runs")
                + " of these published a batch, which"
                + (dryRun ? " then" : " now")
                + " can be published again";
    return (dryRun ? "dry run: it would purge " : "purged ")
        + Wording.count(purged.rows(), "rows")
        + " of the quarantine and "
        + Wording.count(purged.runs(), "runs")
        + " of the ledger, from before "
        + before.truncatedTo(ChronoUnit.SECONDS)
        + batches;
  }

  private SuiteReport report(Outcome outcome, String message, Optional<Failure> error) {
    return new SuiteReports.Frame(suite.source(), suite.database().shown())
        .report(outcome, message, error, Optional.empty(), 0, 0, List.of(), Optional.empty());
  }
}
