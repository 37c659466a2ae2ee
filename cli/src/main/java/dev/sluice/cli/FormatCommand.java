package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice fmt}. */
@Command(
    name = "fmt",
    header = "Gives the sentences of suites their one spelling.",
    customSynopsis = "sluice fmt SUITE... [options]",
    description = {"", "Comments, order and blank lines stay.", ""})
final class FormatCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SUITE", arity = "1..*", description = "A suite, or a folder of suites.")
  private List<String> suites = new ArrayList<>();

  @Option(
      names = "--check",
      description = "Change nothing; tell what would change, and exit with 1 if anything would.")
  private boolean check;

  @Mixin private ScreenOptions screen = new ScreenOptions();

  FormatCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return new Formatting(session.surroundings(), check).run(suites, screen.colour());
  }
}
