package dev.sluice.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice} without a command: there is nothing to run, so help is shown and it fails. */
@Command(
    name = "sluice",
    header = "A quality gate for tables: one line an expectation, one transaction a load.",
    customSynopsis = "sluice COMMAND ... [options]",
    versionProvider = Version.class,
    description = "",
    commandListHeading = "%nCommands:%n",
    footer = {"", "`sluice COMMAND --help` shows a command's options."},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:met, or only warnings",
      "1:failed",
      "2:the files or arguments are wrong; nothing was run, or the load step was undone",
      "3:an error: something could not be judged or done",
      "4:rolled back",
      "130:interrupted"
    })
final class SluiceCommand implements Callable<Integer> {

  private static final int NOTHING_RUN = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return NOTHING_RUN;
  }
}
