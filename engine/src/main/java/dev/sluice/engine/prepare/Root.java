package dev.sluice.engine.prepare;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.ConfigurationFile;
import dev.sluice.engine.connector.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that a suite belongs to: the next one above it that holds {@code .git}, else that of
 * the {@code sluice.yml} beside or above it. What a suite names by a relative path lies below it,
 * links followed; a suite that belongs nowhere is not confined. An absolute path says by itself
 * where it leads. What stands in {@code sluice.yml} or on the command line is the operator's.
 */
public final class Root {

  private static final String MARK = ".git";

  private final Optional<Path> folder;

  private Root(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The root of a suite. */
  static Root of(SuiteSource source) {
    return of(source.directory(), source.configuration(), source.configurationDirectory());
  }

  static Root of(
      Path directory, Optional<ConfigurationFile> configuration, Path configurationDirectory) {
    Path start = real(directory);
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(MARK))) {
        return new Root(Optional.of(at));
      }
    }
    Path shared = real(configurationDirectory);
    // One that was named on the command line may lie anywhere.
    return new Root(
        configuration.isPresent() && start.startsWith(shared)
            ? Optional.of(shared)
            : Optional.empty());
  }

  /** The same for a folder of suites: without a mark the folder itself. */
  Root orElse(Path directory) {
    return folder.isPresent() ? this : new Root(Optional.of(real(directory)));
  }

  /** Tells which of the files that a suite itself names lie outside. */
  void check(List<DataFile> files, Map<String, Scalar> places, SourceFile suite, Diagnostics told) {
    for (DataFile file : files) {
      Scalar place = places.get(file.name());
      if (place != null
          && place.file().equals(suite)
          && !isAbsolute(file.written())
          && !file.paths().stream().allMatch(this::holds)) {
        told.add(
            outside(place)
                .help("name it under `tables` in `sluice.yml`, or write its absolute path"));
      }
    }
  }

  /** Why a database's file may not be what a suite names by a relative path, if so. */
  Optional<Diagnostic> refusal(Scalar written, Path found) {
    return holds(found)
        ? Optional.empty()
        : Optional.of(
            outside(written)
                .help("name it under `connections` in `sluice.yml`, or write its absolute path"));
  }

  /**
   * The script that a suite names; what is carried out lies below the root, however it is written.
   *
   * @return empty, and told, when it does not
   */
  public static Optional<Path> script(SuiteSource source, Scalar written, Diagnostics diagnostics) {
    Path found;
    try {
      found = source.directory().resolve(written.value());
    } catch (InvalidPathException notAPath) {
      diagnostics.add(
          Diagnostic.error(
              Code.E0001, "this is not a file's name", written.file(), written.span()));
      return Optional.empty();
    }
    if (of(source).holds(found)) {
      return Optional.of(found);
    }
    diagnostics.add(outside(written).help("move it below the root"));
    return Optional.empty();
  }

  private static Diagnostic outside(Scalar written) {
    return Diagnostic.error(
            Code.E0001,
            "`" + written.value() + "` lies outside the suite's root",
            written.file(),
            written.span())
        .caret("the root is the folder above the suite that holds `.git`, or else `sluice.yml`");
  }

  /** Whether a file is below the root, where there is one. */
  boolean holds(Path file) {
    return folder.isEmpty() || real(file).startsWith(folder.get());
  }

  private static boolean isAbsolute(String path) {
    try {
      return Path.of(path).isAbsolute();
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }

  /** Links followed as far as there is something; a link to what is not there is followed too. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    for (Path at = absolute; at != null; at = at.getParent()) {
      try {
        Path rest = at.relativize(absolute);
        return (Files.isSymbolicLink(at) && !Files.exists(at)
                ? at.resolveSibling(Files.readSymbolicLink(at))
                : at.toRealPath())
            .resolve(rest)
            .normalize();
      } catch (IOException notThere) {
        continue;
      }
    }
    return absolute;
  }
}
