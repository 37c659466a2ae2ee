package dev.sluice.cli;

import dev.sluice.engine.request.Request;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice purge}. */
@Command(
    name = "purge",
    header = "Deletes old rows of a suite's quarantine and ledger.",
    customSynopsis = "sluice purge SUITE --older TIME [options]",
    description = {
      "",
      "A published batch whose ledger row is gone can be published again.",
      "",
      "  sluice purge orders.yml --older 90d",
      ""
    })
final class PurgeCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SUITE", description = "A suite.")
  private String suite = "";

  @Option(
      names = "--older",
      paramLabel = "TIME",
      required = true,
      description = "The age that a row must have, such as 90d or 12 weeks.")
  private String older = "";

  @Option(names = "--dry-run", description = "Count the rows, and delete none.")
  private boolean dryRun;

  @Mixin private RunOptions run = new RunOptions();
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private ScreenOptions screen = new ScreenOptions();

  PurgeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Mistakes mistakes = session.mistakes();
    Invocation invocation =
        session
            .invocation(Request.Command.PURGE, List.of(suite), mistakes)
            .with(data)
            .with(run)
            .older(older)
            .dryRun(dryRun);
    return session.run(invocation, report, screen, mistakes);
  }
}
