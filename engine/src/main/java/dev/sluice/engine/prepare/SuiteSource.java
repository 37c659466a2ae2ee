package dev.sluice.engine.prepare;

import dev.sluice.dsl.yaml.ConfigurationFile;
import dev.sluice.dsl.yaml.SuiteFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A suite as read, and where it comes from.
 *
 * @param name the suite's name for people and for the ledger
 * @param shown its file as the user named it, or the target of the command line
 * @param directory against which its paths are resolved
 * @param configuration what it shares with other suites
 * @param configured false when there is a configuration that cannot be read: then nothing is known
 *     of its database
 * @param configurationDirectory against which the configuration's paths are resolved
 */
public record SuiteSource(
    SuiteFile file,
    String name,
    String shown,
    Path directory,
    Optional<ConfigurationFile> configuration,
    boolean configured,
    Path configurationDirectory) {

  /** Whether a value of any row and column may be shown. */
  boolean tellsValues() {
    return file.samples() > 0 && file.sensitive().isEmpty();
  }
}
