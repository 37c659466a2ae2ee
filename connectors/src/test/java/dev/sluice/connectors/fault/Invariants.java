package dev.sluice.connectors.fault;

import dev.sluice.engine.report.JUnitReport;
import dev.sluice.engine.report.JsonReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.TextReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What must hold after a gate, whatever happened to it: the target is the old or the new one, the
 * ledger says which, no row is lost, the outcome is true, nothing is left behind, no secret is
 * told.
 */
final class Invariants {

  private static final List<String> CANARIES = List.of(Calls.PASSWORD, "cell-canary");

  private final Site site;
  private final Line line;
  private final State before;
  private final State after;

  /**
   * @param before the beginning of every case
   * @param after what a gate without a fault makes of it
   */
  Invariants(Stage stage, State before, State after) {
    this.site = stage.site();
    this.line = stage.line();
    this.before = before;
    this.after = after;
  }

  /**
   * What is wrong after a gate that a fault may have hit.
   *
   * @param mayBeUnknown the commit's answer and the ledger were both out of reach
   */
  List<String> broken(Report report, State now, boolean mayBeUnknown) {
    List<String> broken = new ArrayList<>(common(report, now));
    boolean published = now.runs("published") == 1;
    Set<Outcome> allowed =
        mayBeUnknown
            ? Set.of(Outcome.UNKNOWN, Outcome.ERROR, line.outcome())
            : Set.of(Outcome.ERROR, line.outcome());
    check(broken, allowed.contains(report.outcome()), "I4 outcome " + report.outcome());
    if (report.outcome() != Outcome.UNKNOWN) {
      check(
          broken,
          (report.outcome() == Outcome.PUBLISHED) == published,
          "I4 outcome "
              + report.outcome()
              + " ("
              + (report.suites().isEmpty() ? "" : report.suites().get(0).message())
              + "), ledger "
              + now.ledger());
    }
    return broken;
  }

  /** What is wrong after the same gate has run again, with nothing in its way. */
  List<String> brokenAtLast(Report report, State now) {
    List<String> broken = new ArrayList<>(common(report, now));
    check(
        broken,
        report.outcome() == line.outcome(),
        "rerun ended " + report.outcome() + ": " + report.suites().get(0).message());
    check(
        broken,
        now.runs("published") == (line.publishes() ? 1 : 0),
        "rerun: published " + now.runs("published") + " times");
    check(broken, now.runs("running") == 0, "rerun: a run still runs: " + now.runs("running"));
    return broken;
  }

  private List<String> common(Report report, State now) {
    List<String> broken = new ArrayList<>(broken(now));
    check(
        broken,
        report.exitCode() == report.outcome().exitCode(),
        "I4 exit code " + report.exitCode());
    String told =
        JsonReport.write(report)
            + JUnitReport.write(report)
            + TextReport.render(
                report, new TextReport.Options(false, TextReport.Detail.VERBOSE, 100))
            + now.ledger();
    for (String canary : CANARIES) {
      int at = told.indexOf(canary);
      check(
          broken,
          at < 0,
          "I6 " + canary + " in ..." + told.substring(Math.max(0, at - 80), Math.max(0, at)));
    }
    return broken;
  }

  /** What is wrong with the tables alone, of a gate that may not have lived to say anything. */
  List<String> broken(State now) {
    List<String> broken = new ArrayList<>();
    long runs = now.runs("published");
    check(broken, runs <= 1, "I2 published " + runs + " times");
    State wanted = runs > 0 ? after : before;
    check(
        broken,
        now.target().equals(wanted.target()) || isMadeBefore(wanted, now),
        (runs > 0 ? "I1 target is not the new one: " : "I1 target is not the old one: ")
            + now.target());
    check(
        broken,
        now.quarantine().equals(wanted.quarantine()),
        "I3 quarantine " + now.quarantine() + " instead of " + wanted.quarantine());
    check(
        broken,
        now.repairs().equals(wanted.repairs()),
        "I3 repairs " + now.repairs() + " instead of " + wanted.repairs());
    now.ledger().stream()
        .filter(row -> row.startsWith("published ") && !conserves(row))
        .forEach(row -> broken.add("I3 not conserved: " + row));
    check(broken, Stage.OURS.containsAll(now.tables()), "I5 tables " + now.tables());
    return broken;
  }

  // Where making a table commits, it stands before the gate's transaction, without rows.
  private boolean isMadeBefore(State wanted, State now) {
    return site.definitionsCommit()
        && wanted.target().equals(State.NO_TABLE)
        && now.target().isEmpty();
  }

  private static boolean conserves(String row) {
    String[] words = row.split(" ", -1);
    long candidate = Long.parseLong(words[1]);
    return candidate
        == Long.parseLong(words[2]) + Long.parseLong(words[3]) + Long.parseLong(words[4]);
  }

  private static void check(List<String> broken, boolean holds, String otherwise) {
    if (!holds) {
      broken.add(otherwise);
    }
  }
}
