package dev.sluice.engine.prepare;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.ConfigurationFile;
import dev.sluice.dsl.yaml.ConfigurationReader;
import dev.sluice.dsl.yaml.TextFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds `sluice.yml`: the one that was named, else beside the suite, else upwards to the
 * repository's root. Each file is read once.
 */
final class Configurations {

  private static final String NAME = "sluice.yml";

  private final Optional<Path> named;
  private final Map<String, String> environment;
  private final Diagnostics diagnostics;
  private final Map<Path, Optional<ConfigurationFile>> read = new HashMap<>();

  Configurations(Optional<Path> named, Map<String, String> environment, Diagnostics diagnostics) {
    this.named = named;
    this.environment = environment;
    this.diagnostics = diagnostics;
  }

  /**
   * A configuration and the folder against which its paths are resolved.
   *
   * @param understood false when there is one that cannot be read, which is told
   */
  record Located(Optional<ConfigurationFile> file, Path directory, boolean understood) {}

  /**
   * The configuration for what lies in a folder.
   *
   * @param shown the folder as the user named it, empty for the one in which the run began
   */
  Located beside(Path directory, Path shown) {
    Path own = directory.toAbsolutePath().normalize();
    Optional<Path> path = named.isPresent() ? named : search(own);
    if (path.isEmpty()) {
      return new Located(Optional.empty(), directory, true);
    }
    Path file = path.get().toAbsolutePath().normalize();
    Path parent = file.getParent();
    Path told = named.orElseGet(() -> shown.resolve(own.relativize(file)).normalize());
    Optional<ConfigurationFile> found =
        read.computeIfAbsent(file, each -> read(each, told.toString()));
    return new Located(found, parent == null ? directory : parent, found.isPresent());
  }

  private Optional<ConfigurationFile> read(Path path, String shown) {
    Optional<SourceFile> text = TextFiles.read(path, shown, diagnostics);
    return text.flatMap(
        each ->
            ConfigurationReader.read(
                each, name -> Optional.ofNullable(environment.get(name)), diagnostics));
  }

  private static Optional<Path> search(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(NAME))) {
        return Optional.of(at.resolve(NAME));
      }
      if (Files.exists(at.resolve(".git"))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
