package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.engine.gate.GateResult;
import dev.sluice.engine.gate.Shape;
import dev.sluice.engine.gate.Trial;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.GateReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.SuiteReport;
import dev.sluice.engine.report.Verdict;
import dev.sluice.engine.run.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is told of a gate's run. */
final class GateReports {

  private final ReadySuite suite;
  private final Session session;
  private final Shape shape;
  private final boolean dryRun;
  private final Optional<Trial> typed;
  private final Optional<Replayed> replayed;

  /**
   * Of a replay.
   *
   * @param table the quarantine's name for people
   * @param lines those that a replay does not judge, as they are told
   * @param order the ids of all lines
   */
  record Replayed(String table, List<ExpectationReport> lines, List<String> order) {}

  /**
   * @param typed the trial, where it is known before the run
   */
  GateReports(
      ReadySuite suite,
      Session session,
      Shape shape,
      boolean dryRun,
      Optional<Trial> typed,
      Optional<Replayed> replayed) {
    this.suite = suite;
    this.session = session;
    this.shape = shape;
    this.dryRun = dryRun;
    this.typed = typed;
    this.replayed = replayed;
  }

  SuiteReport of(GateResult result, Optional<String> batch, String more) {
    List<ExpectationReport> lines = lines(result);
    GateReport gate =
        new GateReport(
            shape.word(),
            Gated.mode(suite.file()),
            Gated.target(suite.file()).value(),
            result.published(),
            result.quarantined() > 0
                ? result.trial().map(each -> session.compiler().quoted(each.quarantine()))
                : Optional.empty(),
            result.quarantined(),
            result.dropped(),
            result.defaulted(),
            batch,
            result.alreadyPublished(),
            replayed.isPresent());
    String counts = lines.isEmpty() ? "" : " (" + SuiteReports.counts(lines) + ")";
    SuiteReports.Frame frame = new SuiteReports.Frame(suite.source(), suite.database().shown());
    return replayed
        .map(each -> frame.of(each.table()))
        .orElse(frame)
        .report(
            outcome(result, lines),
            result.message() + more + counts,
            result.error(),
            result.rows(),
            session.scans(),
            session.sampleScans(),
            lines,
            Optional.of(gate));
  }

  // A dry run publishes nothing: it ends as a check would.
  private Outcome outcome(GateResult result, List<ExpectationReport> lines) {
    return dryRun && result.outcome() == Outcome.PASSED
        ? SuiteReports.outcome(lines)
        : result.outcome();
  }

  private List<ExpectationReport> lines(GateResult result) {
    List<ExpectationReport> lines = new ArrayList<>();
    if (result.candidate().isEmpty()) {
      lines.addAll(unjudged(result));
    }
    for (Finding finding : result.candidate()) {
      lines.add(told(finding, result));
    }
    if (result.ensure().isEmpty() && !result.candidate().isEmpty()) {
      result
          .trial()
          .ifPresent(
              trial ->
                  trial
                      .ensure()
                      .forEach(
                          each ->
                              lines.add(
                                  Telling.skipped(each, "not reached: nothing was written"))));
    }
    for (Finding finding : result.ensure()) {
      lines.add(told(finding, result));
    }
    replayed.ifPresent(
        each -> {
          lines.addAll(each.lines());
          lines.sort(Comparator.comparingInt(line -> each.order().indexOf(line.id())));
        });
    return lines;
  }

  private ExpectationReport told(Finding finding, GateResult result) {
    String id = finding.expectation().heading().id();
    return Telling.gated(
        finding,
        result.acted().getOrDefault(id, 0L),
        Optional.ofNullable(result.faults().get(id)),
        replayed.isPresent());
  }

  private List<ExpectationReport> unjudged(GateResult result) {
    Optional<Failure> error = result.alreadyPublished() ? Optional.empty() : result.error();
    Verdict verdict = error.isPresent() ? Verdict.ERROR : Verdict.SKIPPED;
    List<Expectation> known = new ArrayList<>();
    typed.ifPresent(
        trial -> {
          known.addAll(trial.expect());
          known.addAll(trial.ensure());
        });
    if (known.isEmpty()) {
      return Unreachable.lines(suite.source(), verdict, result.message(), error);
    }
    return known.stream()
        .map(
            each ->
                Telling.unjudged(
                    each.heading(), Telling.level(each), verdict, result.message(), error))
        .toList();
  }
}
