package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say what becomes of the report. */
final class ReportOptions {

  @Option(
      names = "--format",
      paramLabel = "text|json|junit",
      defaultValue = "text",
      description = "The report's form on standard output: text, json or junit.")
  private String format = "text";

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description =
          "Also save the report; the ending chooses the form: .json, .xml (JUnit) or .txt."
              + " Repeatable.")
  private List<String> saves = new ArrayList<>();

  @Option(names = "--quiet", description = "Tell only what is not met.")
  private boolean quiet;

  String format() {
    return format;
  }

  List<String> saves() {
    return saves;
  }

  boolean quiet() {
    return quiet;
  }
}
