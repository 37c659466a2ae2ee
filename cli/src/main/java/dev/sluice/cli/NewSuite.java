package dev.sluice.cli;

import dev.sluice.dsl.yaml.SuiteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The place of a suite that is not there yet. */
final class NewSuite {

  private final String written;
  private final Path file;

  private NewSuite(String written, Path file) {
    this.written = written;
    this.file = file;
  }

  /** The place, when a suite can be written there and nothing is there already. */
  static Optional<NewSuite> at(String written, Surroundings surroundings, Mistakes mistakes) {
    Path file;
    try {
      file = surroundings.directory().resolve(written).toAbsolutePath().normalize();
    } catch (InvalidPathException invalid) {
      return refused(mistakes, written, "`" + written + "` is not a file's name", "");
    }
    if (!SuiteFiles.isSuite(file)) {
      return refused(
          mistakes, written, "`" + written + "` is no name of a suite", "end it with `.yml`");
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return refused(
          mistakes, written, "`" + written + "` is there already", "save under another name");
    }
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return refused(
          mistakes, written, "the folder of `" + written + "` does not exist", "make it first");
    }
    return Files.isWritable(folder)
        ? Optional.of(new NewSuite(written, file))
        : refused(mistakes, written, "`" + written + "` cannot be written", "");
  }

  private static Optional<NewSuite> refused(
      Mistakes mistakes, String written, String message, String help) {
    mistakes.value("--save", written, message, help);
    return Optional.empty();
  }

  /** As the user wrote it. */
  String written() {
    return written;
  }

  /** The folder against which the suite's paths are resolved. */
  Path folder() {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  /**
   * Writes the suite.
   *
   * @throws IOException when it cannot be written, also because it is there by now
   */
  void write(String text) throws IOException {
    WholeFile.create(file, text);
  }
}
