package dev.sluice.cli;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.diagnostic.TerminalText;
import dev.sluice.dsl.format.SuiteFormatter;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.SuiteFiles;
import dev.sluice.dsl.yaml.TextFiles;
import dev.sluice.engine.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files to their one spelling, or what of them would change. */
final class Formatting {

  private static final String ENDINGS = "the name of a suite ends in `.yml`";

  private final Surroundings surroundings;
  private final boolean check;
  private final Diagnostics diagnostics = new Diagnostics();
  private int changed;

  /**
   * @param check whether files are to stay as they are
   */
  Formatting(Surroundings surroundings, boolean check) {
    this.surroundings = surroundings;
    this.check = check;
  }

  /** Formats suites and folders of suites, each file once, and returns the exit code. */
  int run(List<String> targets, boolean colour) {
    Map<Path, String> files = new LinkedHashMap<>();
    targets.forEach(each -> find(each, files));
    files.forEach(this::format);
    if (changed == 0 && !diagnostics.hasErrors()) {
      tell("nothing to change");
    }
    surroundings.out().flush();
    ReportOutput.print(diagnostics.all(), surroundings, colour);
    if (diagnostics.hasErrors()) {
      return Outcome.INVALID.exitCode();
    }
    return (check && changed > 0 ? Outcome.FAILED : Outcome.PASSED).exitCode();
  }

  private void find(String target, Map<Path, String> files) {
    Path path;
    try {
      path = surroundings.directory().resolve(target).normalize();
    } catch (InvalidPathException notAPath) {
      wrong(Code.E0002, "`" + target + "` is not a file's name", target, ENDINGS);
      return;
    }
    if (Files.isDirectory(path)) {
      folder(target, path, files);
    } else if (path.endsWith(SuiteFiles.CONFIGURATION)) {
      wrong(Code.E0002, "`" + target + "` is a configuration, not a suite", target, ENDINGS);
    } else if (!SuiteFiles.isSuite(path)) {
      wrong(Code.E0002, "`" + target + "` is not a suite", target, ENDINGS);
    } else {
      files.putIfAbsent(path, target);
    }
  }

  private void folder(String target, Path path, Map<Path, String> files) {
    try {
      List<Path> suites = SuiteFiles.in(path);
      for (Path suite : suites) {
        files.putIfAbsent(
            suite, Path.of(target).resolve(path.relativize(suite)).normalize().toString());
      }
      if (suites.isEmpty()) {
        wrong(Code.E0003, "the folder `" + target + "` holds no suite", target, ENDINGS);
      }
    } catch (IOException unreadable) {
      wrong(Code.E0001, "the folder `" + target + "` cannot be read", target, "");
    }
  }

  private void format(Path path, String name) {
    Optional<SourceFile> file = TextFiles.read(path, name, diagnostics);
    Optional<String> formatted = file.flatMap(each -> SuiteFormatter.format(each, diagnostics));
    if (formatted.isEmpty() || file.get().text().equals(formatted.get())) {
      return;
    }
    changed++;
    if (check) {
      changes(file.get(), new SourceFile(name, formatted.get()));
      return;
    }
    try {
      WholeFile.write(path, formatted.get());
      tell("formatted " + name);
    } catch (IOException failed) {
      wrong(Code.E0001, "`" + name + "` cannot be written", name, "");
    }
  }

  /** Each line that would change, or the first one where lines would be joined. */
  private void changes(SourceFile before, SourceFile after) {
    int lines = before.position(before.length()).line();
    boolean joined = lines != after.position(after.length()).line();
    for (int line = 1; line <= lines; line++) {
      if (!before.line(line).equals(after.line(line))) {
        tell(before.name() + ":" + line + " would be: " + after.line(line).strip());
        if (joined) {
          return;
        }
      }
    }
  }

  private void tell(String line) {
    surroundings.out().println(TerminalText.visible(Redaction.mask(line)));
  }

  private void wrong(Code code, String message, String target, String help) {
    Diagnostic diagnostic =
        Diagnostic.error(code, message, new SourceFile(target, ""), new Span(0, 0));
    diagnostics.add(help.isEmpty() ? diagnostic : diagnostic.help(help));
  }
}
