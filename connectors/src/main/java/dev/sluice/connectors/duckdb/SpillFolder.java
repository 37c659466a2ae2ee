package dev.sluice.connectors.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a database in memory lays down what memory cannot hold: readable by this user alone. */
final class SpillFolder {

  private Optional<Path> folder = Optional.empty();

  /** The folder, made when it is first asked for. */
  String path() throws SQLException {
    try {
      if (folder.isEmpty()) {
        folder = Optional.of(Files.createTempDirectory("sluice-"));
      }
      return folder.get().toString();
    } catch (IOException refused) {
      throw new SQLException("no folder for temporary files can be made", refused);
    }
  }

  /** Removes it with what is left in it; best effort. */
  void remove() {
    if (folder.isPresent()) {
      try (Stream<Path> files = Files.list(folder.get())) {
        List<Path> left = files.toList();
        for (Path each : left) {
          Files.deleteIfExists(each);
        }
        Files.deleteIfExists(folder.get());
      } catch (IOException leftBehind) {
        // the run is over and told; the system's own cleaning takes the rest
        return;
      }
    }
  }
}
