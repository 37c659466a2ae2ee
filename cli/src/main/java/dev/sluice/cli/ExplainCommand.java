package dev.sluice.cli;

import dev.sluice.engine.request.Request;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sluice explain}. */
@Command(
    name = "explain",
    header = "Shows how lines are read, and the scans and SQL of a suite, before anything runs.",
    customSynopsis = "sluice explain TARGET [options]",
    description = {
      "",
      "  sluice explain orders.yml                              the plan; with --verbose each line",
      "  sluice explain orders.parquet -e 'order_id is unique'  how the line is read",
      ""
    })
final class ExplainCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "TARGET", description = "A suite, a data file, or a table.")
  private String suite = "";

  @Mixin private RunOptions run = new RunOptions();
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ScreenOptions screen = new ScreenOptions();

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Mistakes mistakes = session.mistakes();
    Invocation invocation =
        session.invocation(Request.Command.EXPLAIN, List.of(suite), mistakes).with(data).with(run);
    return session.explain(invocation, screen);
  }
}
