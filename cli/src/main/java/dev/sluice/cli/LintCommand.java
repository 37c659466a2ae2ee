package dev.sluice.cli;

import dev.sluice.engine.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice lint}. */
@Command(
    name = "lint",
    header = "Tells everything that is wrong in suites, and runs nothing.",
    customSynopsis = "sluice lint SUITE... [options]",
    description = "")
final class LintCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SUITE", arity = "1..*", description = "A suite, or a folder of suites.")
  private List<String> suites = new ArrayList<>();

  @Option(
      names = "--offline",
      description = "Ask no database: names of tables and columns are taken as they are.")
  private boolean offline;

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private ScreenOptions screen = new ScreenOptions();

  LintCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Mistakes mistakes = session.mistakes();
    Invocation invocation = session.invocation(Request.Command.LINT, suites, mistakes).with(data);
    return session.lint(invocation, offline, report, screen, mistakes);
  }
}
