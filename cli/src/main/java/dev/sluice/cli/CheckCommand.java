package dev.sluice.cli;

import dev.sluice.engine.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice check}. */
@Command(
    name = "check",
    header = "Judges tables against what is expected of them. Only reads.",
    customSynopsis = "sluice check TARGET... [options]",
    description = {
      "",
      "  sluice check orders.yml",
      "  sluice check orders.parquet -e 'order_id is unique' -e 'amount >= 0'",
      ""
    })
final class CheckCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "TARGET",
      arity = "1..*",
      description = "A suite, a folder of suites, a data file (csv, parquet, json), or a table.")
  private List<String> targets = new ArrayList<>();

  @Mixin private RunOptions run = new RunOptions();

  @Option(
      names = "--only",
      paramLabel = "NAME|tag",
      description = "Judge only the lines of this name or tag. Repeatable.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Run at most N statements at a time: of N suites, or of one where the database can.")
  private @Nullable String jobs;

  @Mixin private JudgeOptions judge = new JudgeOptions();
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private ScreenOptions screen = new ScreenOptions();

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Mistakes mistakes = session.mistakes();
    Invocation invocation =
        session
            .invocation(Request.Command.CHECK, targets, mistakes)
            .with(data)
            .with(run)
            .with(judge)
            .only(only)
            .jobs(Optional.ofNullable(jobs));
    return session.run(invocation, report, screen, mistakes);
  }
}
