package dev.sluice.dsl.check;

import dev.sluice.dsl.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of {@code docs/errors}: a wrong example, what is told of it, a right one. */
record ErrorPage(Code code, Path file, String text) {

  static final Path FOLDER = Path.of(System.getProperty("sluice.root"), "docs", "errors");

  private static final Pattern TOLD = Pattern.compile("(?s)```text\n(.*?)```\n");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```\n");

  static ErrorPage of(Code code) throws IOException {
    Path file = FOLDER.resolve(code + ".md");
    return new ErrorPage(code, file, Files.readString(file));
  }

  /** Whether its examples are commands, which the command line's own test runs. */
  boolean isCommand() {
    return text.contains("```sh\n");
  }

  /** The suites, or configurations, of the page from top to bottom. */
  List<String> examples() {
    return EXAMPLE.matcher(text).results().map(result -> result.group(1)).toList();
  }

  /** What the page says is printed; empty where it shows nothing. */
  String told() {
    Matcher matcher = TOLD.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  void tell(String message) throws IOException {
    String block = "```text\n" + message + "```\n";
    Files.writeString(file, TOLD.matcher(text).replaceFirst(Matcher.quoteReplacement(block)));
  }
}
