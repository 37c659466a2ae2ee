package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.expression.Level;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings as a report tells them. */
final class Telling {

  private Telling() {}

  /** A finding of `check`, where policies are told and not carried out. */
  static ExpectationReport checked(Finding finding) {
    Verdict verdict = verdict(finding);
    // Nothing is taken back in a check: an unmet `rollback` line has failed, no more.
    Verdict told = verdict == Verdict.ROLLED_BACK ? Verdict.FAILED : verdict;
    return tell(finding, told, 0, finding.message() + would(finding), finding.error());
  }

  /** A finding of a gate. */
  static ExpectationReport gated(
      Finding finding, long acted, Optional<Failure> fault, boolean replayed) {
    Optional<Failure> error = fault.isPresent() ? fault : finding.error();
    Verdict verdict = error.isPresent() ? Verdict.ERROR : verdict(finding);
    String message = error.map(Failure::message).orElse(finding.message());
    return tell(finding, verdict, acted, message + did(finding, acted, replayed), error);
  }

  static Verdict verdict(Finding finding) {
    if (finding.error().isPresent()) {
      return Verdict.ERROR;
    }
    if (finding.action().isEmpty()) {
      return Verdict.MET;
    }
    Policy.Action action = finding.action().get();
    if (action instanceof Policy.Action.Fail) {
      return Verdict.FAILED;
    }
    if (action instanceof Policy.Action.Rollback) {
      return Verdict.ROLLED_BACK;
    }
    return action instanceof Policy.Action.Warn ? Verdict.WARNED : Verdict.HANDLED;
  }

  private static ExpectationReport tell(
      Finding finding, Verdict verdict, long acted, String message, Optional<Failure> error) {
    Expectation.Heading heading = finding.expectation().heading();
    return new ExpectationReport(
        heading.id(),
        heading.name(),
        heading.line(),
        heading.fileLine(),
        level(finding.expectation()),
        verdict,
        finding.action().map(Policy.Action::word),
        finding.judged(),
        finding.violations(),
        finding.undecided(),
        acted,
        finding.observed(),
        finding.metrics(),
        message,
        heading.because(),
        heading.tags(),
        finding.samples().rows(),
        finding.samples().truncated(),
        error,
        finding.sql());
  }

  /** A line that was not judged. */
  static ExpectationReport skipped(Expectation expectation, String why) {
    return unjudged(
        expectation.heading(), level(expectation), Verdict.SKIPPED, why, Optional.empty());
  }

  /** A line that could not be judged because nothing of its suite could. */
  static ExpectationReport unjudged(
      Expectation.Heading heading,
      String level,
      Verdict verdict,
      String message,
      Optional<Failure> error) {
    return new ExpectationReport(
        heading.id(),
        heading.name(),
        heading.line(),
        heading.fileLine(),
        level,
        verdict,
        Optional.empty(),
        0,
        0,
        0,
        0,
        null,
        Map.of(),
        message,
        heading.because(),
        heading.tags(),
        List.of(),
        false,
        error,
        List.of());
  }

  static String level(Expectation expectation) {
    if (expectation instanceof Expectation.Schema) {
      return "schema";
    }
    return expectation instanceof Expectation.Sentence sentence && sentence.level() == Level.TABLE
        ? "table"
        : "row";
  }

  private static String would(Finding finding) {
    if (finding.action().isEmpty() || finding.error().isPresent()) {
      return "";
    }
    Policy.Action action = finding.action().get();
    String rows = Wording.count(finding.violations(), "rows");
    if (action instanceof Policy.Action.Quarantine quarantine) {
      return "; would quarantine " + kept(quarantine.keeping(), rows);
    }
    if (action instanceof Policy.Action.Drop drop) {
      return "; would drop " + kept(drop.keeping(), rows);
    }
    return action instanceof Policy.Action.Default repair
        ? "; would default `" + repair.column() + "` in " + rows
        : "";
  }

  private static String kept(Optional<Policy.Keeping> keeping, String rows) {
    return keeping
        .map(
            each ->
                "all but the "
                    + (each.latest() ? "latest" : "first")
                    + " by `"
                    + each.column()
                    + "` of each key among "
                    + rows)
        .orElse(rows);
  }

  private static String did(Finding finding, long acted, boolean replayed) {
    if (acted == 0 || finding.action().isEmpty()) {
      return "";
    }
    Policy.Action action = finding.action().get();
    String rows = Wording.count(acted, "rows");
    if (action instanceof Policy.Action.Quarantine) {
      return "; " + rows + (replayed ? acted == 1 ? " stays" : " stay" : " quarantined");
    }
    if (action instanceof Policy.Action.Drop) {
      return "; " + rows + " dropped";
    }
    return action instanceof Policy.Action.Default repair
        ? "; `" + repair.column() + "` defaulted in " + rows
        : "";
  }
}
