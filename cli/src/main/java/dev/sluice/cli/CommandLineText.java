package dev.sluice.cli;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command line as one text, so that what is wrong in it can be underlined. */
final class CommandLineText {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./~-]+");

  private final List<String> arguments;
  private final List<Span> spans = new ArrayList<>();
  private final SourceFile file;

  CommandLineText(List<String> arguments) {
    this.arguments = List.copyOf(arguments);
    StringBuilder text = new StringBuilder("sluice");
    for (String argument : arguments) {
      text.append(' ');
      int start = text.codePointCount(0, text.length());
      text.append(quoted(argument));
      spans.add(new Span(start, text.codePointCount(0, text.length())));
    }
    this.file = new SourceFile("command line", text.toString());
  }

  /** An error that underlines the first argument that is exactly this one, else the command. */
  Diagnostic at(String argument, String message) {
    int index = arguments.indexOf(argument);
    return Diagnostic.error(
        Code.E0002, message, file, index < 0 ? new Span(0, "sluice".length()) : spans.get(index));
  }

  /** An error that underlines the value of an option, given behind it or behind {@code =}. */
  Diagnostic at(String option, String value, String message) {
    for (int index = 0; index < arguments.size(); index++) {
      String argument = arguments.get(index);
      boolean behind =
          argument.equals(value) && index > 0 && arguments.get(index - 1).equals(option);
      if (behind || argument.equals(option + "=" + value)) {
        return Diagnostic.error(Code.E0002, message, file, spans.get(index));
      }
    }
    return at(option, message);
  }

  /** As a shell takes it. */
  private static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
