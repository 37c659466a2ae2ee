package dev.sluice.cli;

import dev.sluice.engine.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice gate}. */
@Command(
    name = "gate",
    header = "Judges a load, applies the policies, and publishes all of it or nothing.",
    customSynopsis = "sluice gate SUITE... [options]",
    description = {
      "",
      "Each suite is one transaction. Several are gated in the given order, up to the first that",
      "is not published.",
      "",
      "  sluice gate orders.yml --set load_date=2026-01-31",
      ""
    })
final class GateCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SUITE", arity = "1..*", description = "A suite, or a folder of suites.")
  private List<String> suites = new ArrayList<>();

  @Option(
      names = "--dry-run",
      description = "Tell how many rows each policy would touch, and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--keep-going",
      description = "Go on with the next suite after one that is not published.")
  private boolean keepGoing;

  @Mixin private RunOptions run = new RunOptions();
  @Mixin private JudgeOptions judge = new JudgeOptions();
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private ScreenOptions screen = new ScreenOptions();

  GateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Mistakes mistakes = session.mistakes();
    Invocation invocation =
        session
            .invocation(Request.Command.GATE, suites, mistakes)
            .with(data)
            .with(run)
            .with(judge)
            .dryRun(dryRun)
            .keepGoing(keepGoing);
    return session.run(invocation, report, screen, mistakes);
  }
}
