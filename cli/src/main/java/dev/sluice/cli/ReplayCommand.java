package dev.sluice.cli;

import dev.sluice.engine.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice replay}. */
@Command(
    name = "replay",
    header = "Puts quarantined rows through the gate again, and publishes those that now pass.",
    customSynopsis = "sluice replay SUITE [options]",
    description = {
      "",
      "Rows are judged by the lines on rows alone; those that pass go to the target and out of the",
      "quarantine, in one transaction. Rows that `keeping` put aside stay, unless --line names it.",
      "",
      "  sluice replay orders.yml",
      ""
    })
final class ReplayCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SUITE", description = "A suite.")
  private String suite = "";

  @Option(
      names = "--line",
      paramLabel = "ID",
      description = "Replay only rows that the line of this id put aside. Repeatable.")
  private List<String> lines = new ArrayList<>();

  @Option(
      names = "--dry-run",
      description = "Tell how many rows would be published, and change nothing.")
  private boolean dryRun;

  @Mixin private RunOptions run = new RunOptions();
  @Mixin private JudgeOptions judge = new JudgeOptions();
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private ScreenOptions screen = new ScreenOptions();

  ReplayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Mistakes mistakes = session.mistakes();
    Invocation invocation =
        session
            .invocation(Request.Command.REPLAY, List.of(suite), mistakes)
            .with(data)
            .with(run)
            .with(judge)
            .lines(lines)
            .dryRun(dryRun);
    return session.run(invocation, report, screen, mistakes);
  }
}
