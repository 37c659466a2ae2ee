package dev.sluice.dsl.yaml;

import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.SuiteFile.TableEntry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What suites share, from {@code sluice.yml}: {@code ${NAME}} replaced, nothing opened.
 *
 * @param file the file with asterisks where secrets stand, for diagnostics
 * @param connections by name, in the order of the file
 * @param tables as in a suite; their paths are relative to this file
 */
public record ConfigurationFile(
    SourceFile file,
    Map<String, ConnectionEntry> connections,
    List<TableEntry> tables,
    Optional<Scalar> ledger) {

  public ConfigurationFile {
    connections = Collections.unmodifiableMap(new LinkedHashMap<>(connections));
    tables = List.copyOf(tables);
  }

  /** The connection of a name, exactly as written. */
  public Optional<ConnectionEntry> connection(String name) {
    return Optional.ofNullable(connections.get(name));
  }

  /**
   * A connection and what it needs to open. All values may hold secrets and print as asterisks.
   *
   * @param properties further properties of the driver, by name
   */
  public record ConnectionEntry(
      Scalar name,
      Secret url,
      Optional<Secret> user,
      Optional<Secret> password,
      Map<String, Secret> properties) {

    public ConnectionEntry {
      properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
  }
}
