package dev.sluice.cli;

import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.engine.report.JUnitReport;
import dev.sluice.engine.report.JsonReport;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file that gets the report after the run; its ending says in which form. */
final class SavedReport {

  private static final List<String> ENDINGS = List.of(".json", ".xml", ".txt");

  private final String written;
  private final Path file;

  private SavedReport(String written, Path file) {
    this.written = written;
    this.file = file;
  }

  /**
   * The place for a report, when it can be written there and is no file that the run reads.
   *
   * @param inputs files and tables of the run, as written
   */
  static Optional<SavedReport> at(
      String written, List<String> inputs, Surroundings surroundings, Mistakes mistakes) {
    String lower = written.toLowerCase(Locale.ROOT);
    if (ENDINGS.stream().noneMatch(lower::endsWith)) {
      return refused(
          mistakes,
          written,
          "`" + written + "` does not say in which form to save the report",
          "end its name with `.json`, `.xml` or `.txt`");
    }
    Path file;
    try {
      file = surroundings.directory().resolve(written).normalize();
    } catch (InvalidPathException invalid) {
      return refused(mistakes, written, "`" + written + "` is not a file's name", "");
    }
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return refused(
          mistakes, written, "the folder of `" + written + "` does not exist", "make it first");
    }
    if (!Files.isWritable(folder) || Files.isDirectory(file)) {
      return refused(mistakes, written, "`" + written + "` cannot be written", "");
    }
    if (inputs.stream().anyMatch(input -> isSame(file, input, surroundings.directory()))) {
      return refused(
          mistakes, written, "`" + written + "` is read by this run", "save under another name");
    }
    if (!EarlierReport.allowsReplacing(file)) {
      return refused(
          mistakes,
          written,
          "`" + written + "` is there, and is no report of an earlier run",
          "save under another name, or remove it");
    }
    return Optional.of(new SavedReport(written, file));
  }

  private static Optional<SavedReport> refused(
      Mistakes mistakes, String written, String message, String help) {
    mistakes.value("--save", written, message, help);
    return Optional.empty();
  }

  private static boolean isSame(Path file, String input, Path directory) {
    try {
      Path read = directory.resolve(input);
      return Files.exists(read) && Files.exists(file) && Files.isSameFile(file, read);
    } catch (InvalidPathException | IOException notAFile) {
      return false;
    }
  }

  /**
   * Writes the whole report or nothing.
   *
   * @return what went wrong, in words, or nothing
   */
  Optional<String> save(Report report) {
    try {
      WholeFile.write(file, text(report));
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(
          "the report could not be saved to `" + written + "`: " + failed.getMessage());
    }
  }

  private String text(Report report) {
    String lower = written.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".json")) {
      return JsonReport.write(report);
    }
    if (lower.endsWith(".xml")) {
      return JUnitReport.write(report);
    }
    String diagnostics = DiagnosticRenderer.plain().render(report.diagnostics());
    String text = TextReport.render(report, TextReport.Options.PLAIN);
    return diagnostics.isEmpty() ? text : diagnostics + "\n" + text;
  }
}
