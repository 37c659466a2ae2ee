package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.engine.report.Outcome;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The whole command, with everything it touches given to it. */
final class Sluice {

  private Sluice() {}

  /** Runs one command line and returns its exit code. */
  static int run(Surroundings surroundings, Engine engine, List<String> arguments) {
    Session session = new Session(surroundings, engine, new CommandLineText(arguments));
    CommandLine command =
        new CommandLine(new SluiceCommand())
            .addSubcommand(new CheckCommand(session))
            .addSubcommand(new GateCommand(session))
            .addSubcommand(new ExplainCommand(session))
            .addSubcommand(new LintCommand(session))
            .addSubcommand(new FormatCommand(session))
            .addSubcommand(new ReplayCommand(session))
            .addSubcommand(new PurgeCommand(session))
            .addSubcommand(new SuggestCommand(session))
            .addSubcommand(new HelpCommand());
    boolean colour = surroundings.outIsTerminal() && surroundings.likesColour();
    // an argument that begins with @ is an argument, not a file of arguments
    command
        .setExpandAtFiles(false)
        .setOut(new PrintWriter(surroundings.out(), true, UTF_8))
        .setErr(new PrintWriter(surroundings.err(), true, UTF_8))
        .setUsageHelpWidth(surroundings.columns())
        .setColorScheme(Help.defaultColorScheme(colour ? Help.Ansi.ON : Help.Ansi.OFF))
        .setParameterExceptionHandler((wrong, written) -> refuse(session, wrong, arguments));
    command.getCommandSpec().usageMessage().synopsisHeading("%nUsage: ");
    for (CommandLine each : command.getSubcommands().values()) {
      each.getCommandSpec()
          .usageMessage()
          .synopsisHeading("%nUsage: ")
          .optionListHeading("%nOptions:%n")
          .sortOptions(false);
    }
    return command.execute(arguments.toArray(String[]::new));
  }

  private static int refuse(Session session, ParameterException wrong, List<String> arguments) {
    Mistakes mistakes = session.mistakes();
    new WrongArguments(arguments, mistakes).add(wrong);
    try {
      mistakes.throwIfAny();
    } catch (InvalidInput invalid) {
      ReportOutput.in(ReportOutput.formatOf(arguments), session.surroundings())
          .give(Session.ended(Instant.now(), Outcome.INVALID, invalid.diagnostics()));
    }
    return Outcome.INVALID.exitCode();
  }
}
