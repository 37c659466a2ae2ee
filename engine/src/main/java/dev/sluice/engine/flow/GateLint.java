package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Checked;
import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.engine.connector.Capabilities;
import dev.sluice.engine.gate.Shape;
import dev.sluice.engine.gate.Trial;
import dev.sluice.engine.plan.Allowance;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.run.Failures;
import dev.sluice.engine.run.Progress;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Says of one suite, with its database open, what `check` would refuse, and what `gate` would where
 * the suite asks for one: the gate's plan is made and thrown away. An in-memory database is not
 * refused here: `--connection` may still name the one that is meant.
 */
final class GateLint {

  private final ReadySuite suite;
  private final Capabilities capabilities;
  private final Shape shape;

  private GateLint(ReadySuite suite) {
    this.suite = suite;
    this.shape = Gated.shape(suite.file(), false);
    try {
      this.capabilities = suite.database().connector().capabilities(suite.connection());
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }

  /**
   * Looks at a suite; what is wrong becomes diagnostics of it.
   *
   * @throws dev.sluice.engine.run.DatabaseFailure when the database does not answer
   */
  static void of(ReadySuite suite) {
    try {
      new GateLint(suite).look();
    } catch (InvalidInput told) {
      told.diagnostics().forEach(suite.diagnostics()::add);
    }
  }

  private void look() {
    if (shape == Shape.LOAD) {
      load();
      return;
    }
    Optional<ReadySuite.Typed> typed = new Typing(suite).type(Optional.empty());
    if (typed.isEmpty()) {
      return;
    }
    Allowance.functions(typed.get().expect(), suite.database().connector(), suite.diagnostics());
    if (asksForGate(typed.get().expect())) {
      plan();
    }
  }

  // What the step makes is typed after it; where it can make nothing, all of it is known now.
  private void load() {
    Typing.lint(suite);
    LoadStep.of(suite, capabilities);
    if (capabilities.transactionalDefinitions()) {
      new Destinations(suite, new SideTables(suite).written(suite.file().table())).apart();
    } else {
      new Foundations(suite).requireCandidate();
      plan();
    }
  }

  // A view or a file may well be checked by lines that change nothing. Lines over a file only say
  // what a gate would do, which cannot be meant there unless something else is said of it.
  private boolean asksForGate(List<Checked> lines) {
    SuiteFile file = suite.file();
    return shape == Shape.PUBLISH
        || file.quarantine().isPresent()
        || file.repairs().isPresent()
        || !file.ensure().isEmpty()
        || (!suite.candidateIsFile() && lines.stream().anyMatch(Allowance::movesRows));
  }

  private void plan() {
    SideTables tables = new SideTables(suite);
    List<String> target = tables.target();
    Trial trial =
        new GatePlan(suite, shape, capabilities, false, Progress.NONE)
            .trial(target, tables.ledger(target));
    new Budget(suite)
        .with(trial.expect(), trial.candidate())
        .with(trial.ensure(), new Relation.Stored(trial.target(), Optional.empty()))
        .scans();
  }
}
