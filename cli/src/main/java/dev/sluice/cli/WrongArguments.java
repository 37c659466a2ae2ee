package dev.sluice.cli;

import dev.sluice.dsl.diagnostic.DidYouMean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Arguments that do not parse, in words that say what to write. */
final class WrongArguments {

  private final List<String> arguments;
  private final Mistakes mistakes;

  WrongArguments(List<String> arguments, Mistakes mistakes) {
    this.arguments = arguments;
    this.mistakes = mistakes;
  }

  /** Collects what is wrong. */
  void add(ParameterException wrong) {
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      unmatched.getUnmatched().stream().limit(1).forEach(each -> unknown(each, command));
    } else if (wrong instanceof MissingParameterException missing
        && !missing.getMissing().isEmpty()) {
      missing(missing.getMissing().get(0), command);
    } else if (wrong instanceof OverwrittenOptionException twice) {
      String name = name(twice.getOverwritten());
      mistakes.argument(name, "`" + name + "` is given twice", "keep one of the two");
    } else {
      String message = wrong.getMessage() == null ? "wrong arguments" : wrong.getMessage();
      mistakes.argument("", message.toLowerCase(Locale.ROOT).replace('\'', '`'), help(command));
    }
  }

  private void unknown(String argument, CommandSpec command) {
    boolean option = argument.startsWith("-") && argument.length() > 1;
    if (option) {
      unknownOption(argument, command);
    } else if (command.subcommands().isEmpty()) {
      mistakes.argument(argument, "`" + argument + "` is one argument too many", help(command));
    } else {
      List<String> near = DidYouMean.suggest(argument, command.subcommands().keySet());
      boolean target = argument.contains(".") || argument.contains("/");
      String help =
          near.isEmpty()
              ? (target ? "write `sluice check " + argument + "`" : help(command))
              : DidYouMean.phrase(near);
      mistakes.argument(argument, "`" + argument + "` is not a command", help);
    }
  }

  private void unknownOption(String argument, CommandSpec command) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    Set<String> later = new TreeSet<>();
    for (CommandLine each : command.subcommands().values()) {
      later.addAll(each.getCommandSpec().optionsMap().keySet());
    }
    String near = DidYouMean.phrase(name, command.optionsMap().keySet());
    String help =
        later.contains(name)
            ? "options stand behind the command, as in `sluice check orders.yml " + name + "`"
            : near.isEmpty() ? help(command) : near;
    mistakes.argument(argument, "unknown option `" + name + "`", help);
  }

  private void missing(ArgSpec missing, CommandSpec command) {
    if (missing.isOption()) {
      String name = name(missing);
      mistakes.argument(
          name,
          "`" + name + "` needs a value",
          "write it as `" + name + "=" + missing.paramLabel() + "`");
      return;
    }
    String what = missing.paramLabel();
    mistakes.argument(
        command.name(),
        "`" + command.qualifiedName() + "` needs a " + what,
        String.join(" ", missing.description()).replaceAll("\\.$", "").toLowerCase(Locale.ROOT));
  }

  /** As it was written, so that it can be underlined. */
  private String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? Arrays.stream(option.names())
            .filter(arguments::contains)
            .findFirst()
            .orElse(option.longestName())
        : argument.paramLabel();
  }

  private static String help(CommandSpec command) {
    return "`" + command.qualifiedName() + " --help` shows what there is";
  }
}
