package dev.sluice.connectors.duckdb;

import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.DataFile;
import dev.sluice.engine.connector.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short ways to open DuckDB in tests. */
final class Opened {

  static final DuckDbConnector CONNECTOR = new DuckDbConnector();

  private Opened() {}

  static ConnectionSettings settings(String url, boolean readOnly, DataFile... files) {
    return new ConnectionSettings(
        url,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(files),
        readOnly,
        Duration.ofMillis(300));
  }

  static Database memory(DataFile... files) throws SQLException {
    return CONNECTOR.open(settings("jdbc:duckdb:", false, files));
  }

  static DataFile file(String name, Path... paths) {
    return file(name, Map.of(), paths);
  }

  static DataFile file(String name, Map<String, String> types, Path... paths) {
    String written = paths.length == 1 ? String.valueOf(paths[0].getFileName()) : "in/*.csv";
    return new DataFile(name, written, List.of(paths), types, Optional.empty(), true);
  }

  static Path write(Path folder, String name, String text) throws Exception {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
