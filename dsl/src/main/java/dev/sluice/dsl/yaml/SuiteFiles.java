package dev.sluice.dsl.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells suites from other files by their names, and finds those of a folder. */
public final class SuiteFiles {

  /** The name of the file that suites share, which is no suite itself. */
  public static final String CONFIGURATION = "sluice.yml";

  private SuiteFiles() {}

  /** Whether a file's name is a suite's: it ends in {@code .yml} or {@code .yaml}. */
  public static boolean isSuite(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".yml") || name.endsWith(".yaml")) && !file.endsWith(CONFIGURATION);
  }

  /**
   * The suites of a folder and of the folders in it, in the order of their names.
   *
   * @throws IOException when a folder cannot be read
   */
  public static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(each -> isSuite(folder.relativize(each)))
          .sorted()
          .toList();
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }
}
