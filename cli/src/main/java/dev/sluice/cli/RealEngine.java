package dev.sluice.cli;

import dev.sluice.engine.Runs;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.Interruption;
import dev.sluice.engine.suggest.Draft;
import java.nio.file.Path;

/** The engine itself. */
final class RealEngine implements Engine {

  private final Interruption interruption;

  RealEngine(Interruption interruption) {
    this.interruption = interruption;
  }

  @Override
  public Report run(Request request) {
    return Runs.run(request, interruption);
  }

  @Override
  public Findings lint(Request request, boolean offline) {
    var found = Runs.lint(request, offline);
    return new Findings(found.diagnostics(), found.notes());
  }

  @Override
  public String explain(Request request, boolean each) {
    return Runs.explain(request, each);
  }

  @Override
  public Draft suggest(Request request, Path folder) {
    return Runs.suggest(request, folder, interruption);
  }
}
