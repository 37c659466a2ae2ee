package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.engine.report.Outcome;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The whole command, with everything it touches given to it. */
final class Sluice {

  private static final String HELP = "help";

  // in the order of the help
  private static final Map<String, Function<Session, Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("check", CheckCommand::new);
    COMMANDS.put("gate", GateCommand::new);
    COMMANDS.put("explain", ExplainCommand::new);
    COMMANDS.put("lint", LintCommand::new);
    COMMANDS.put("fmt", FormatCommand::new);
    COMMANDS.put("replay", ReplayCommand::new);
    COMMANDS.put("purge", PurgeCommand::new);
    COMMANDS.put("suggest", SuggestCommand::new);
    COMMANDS.put(HELP, session -> new HelpCommand());
  }

  // Sessions wait for what is done ahead; those that write SQL without one must not have it.
  private static final Set<String> WITH_SESSIONS = Set.of("check", "gate", "replay");

  private Sluice() {}

  /** Whether a command of this name works in sessions, each of which begins with the compiler. */
  static boolean hasSessions(String name) {
    return WITH_SESSIONS.contains(name);
  }

  /** Runs one command line and returns its exit code. */
  static int run(Surroundings surroundings, Engine engine, List<String> arguments) {
    Session session = new Session(surroundings, engine, new CommandLineText(arguments));
    CommandLine command = new CommandLine(new SluiceCommand());
    commands(arguments).forEach((name, made) -> command.addSubcommand(made.apply(session)));
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

  // The command that the line begins with is made alone: picocli reads each by reflection, and all
  // of them take longer than what they are to run. Help and mistakes in the name want all.
  private static Map<String, Function<Session, Object>> commands(List<String> arguments) {
    String first = arguments.isEmpty() ? HELP : arguments.get(0);
    Function<Session, Object> named = COMMANDS.get(first);
    return named == null || first.equals(HELP) ? COMMANDS : Map.of(first, named);
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
