package dev.sluice.engine.connector;

import dev.sluice.dsl.diagnostic.Redaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is needed to open a database.
 *
 * @param url a JDBC URL
 * @param password never printed: {@link Object#toString} of these settings leaves it out
 * @param files the data files that are tables here; for a connector that reads files
 * @param readable every file that may be opened by those who share the database: these files, and
 *     those of other suites of the run
 * @param readOnly when nothing will be written
 * @param patience how long a busy database is tried again
 */
public record ConnectionSettings(
    String url,
    Optional<String> user,
    Optional<String> password,
    Map<String, String> properties,
    List<DataFile> files,
    Set<Path> readable,
    boolean readOnly,
    Duration patience) {

  public ConnectionSettings {
    properties = Map.copyOf(properties);
    files = List.copyOf(files);
    readable = Set.copyOf(readable);
  }

  /** The settings of a database that is shared with nobody. */
  public ConnectionSettings(
      String url,
      Optional<String> user,
      Optional<String> password,
      Map<String, String> properties,
      List<DataFile> files,
      boolean readOnly,
      Duration patience) {
    this(
        url,
        user,
        password,
        properties,
        files,
        files.stream().flatMap(each -> each.paths().stream()).collect(Collectors.toSet()),
        readOnly,
        patience);
  }

  @Override
  public String toString() {
    return "ConnectionSettings[" + Redaction.mask(url) + "]";
  }
}
