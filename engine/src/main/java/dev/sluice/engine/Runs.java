package dev.sluice.engine;

import dev.sluice.engine.flow.Explanation;
import dev.sluice.engine.flow.Linting;
import dev.sluice.engine.flow.Run;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.Interruption;
import dev.sluice.engine.suggest.Draft;
import dev.sluice.engine.suggest.Drafting;
import java.nio.file.Path;

/** Carries requests out: what the command line calls. */
public final class Runs {

  private Runs() {}

  /** Judges or gates what the request names; everything that goes wrong is in the report. */
  public static Report run(Request request) {
    return run(request, new Interruption());
  }

  /** The same, and the caller can end it early. */
  public static Report run(Request request, Interruption interruption) {
    return Run.of(request, Run.Given.only(interruption));
  }

  /**
   * The scans of the request's suites and their SQL, as text, and how the lines that the request
   * brings were read; nothing is run.
   *
   * @param each whether the suites' own lines are told as they were read, too
   * @throws dev.sluice.dsl.diagnostic.InvalidInput when something is wrong with what was written
   * @throws dev.sluice.engine.run.DatabaseFailure when a database cannot be reached
   */
  public static String explain(Request request, boolean each) {
    return Explanation.of(request, each);
  }

  /** Everything that is wrong with the request's suites; nothing is run. */
  public static Linting.Result lint(Request request, boolean offline) {
    return Linting.of(request, offline);
  }

  /**
   * A first suite for the request's table or data file; nothing is changed.
   *
   * @param folder in which the suite will lie
   * @throws dev.sluice.dsl.diagnostic.InvalidInput when something is wrong with what was written
   * @throws dev.sluice.engine.run.DatabaseFailure when a database cannot be reached
   */
  public static Draft suggest(Request request, Path folder, Interruption interruption) {
    return Drafting.of(request, folder, interruption);
  }
}
