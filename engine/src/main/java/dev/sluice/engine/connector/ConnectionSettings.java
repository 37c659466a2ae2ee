package dev.sluice.engine.connector;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is needed to open a database.
 *
 * @param url a JDBC URL
 * @param password never printed: {@link Object#toString} of these settings leaves it out
 * @param files the declared data files; only DuckDB reads files, and only these
 * @param readOnly when nothing will be written
 * @param patience how long a busy database is tried again
 */
public record ConnectionSettings(
    String url,
    Optional<String> user,
    Optional<String> password,
    Map<String, String> properties,
    List<DataFile> files,
    boolean readOnly,
    Duration patience) {

  public ConnectionSettings {
    properties = Map.copyOf(properties);
    files = List.copyOf(files);
  }

  @Override
  public String toString() {
    return "ConnectionSettings[" + url.replaceAll("(?i)(password=)[^&;]*", "$1***") + "]";
  }
}
