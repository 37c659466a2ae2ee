package dev.sluice.connectors.duckdb;

import dev.sluice.engine.connector.DataFile;
import dev.sluice.engine.connector.FileNote;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How one declared table of files is read. */
interface FileView {

  DataFile file();

  /** The query behind the view. */
  String query(Connection connection) throws SQLException;

  /** Compares what DuckDB reads with what is known of the file. */
  default void verify(Connection connection) throws SQLException {}

  default List<FileNote> notes() {
    return List.of();
  }

  /** The reader for the files' kind, which their names tell. */
  static FileView of(DataFile file) throws SQLException {
    Optional<Path> odd =
        file.paths().stream()
            .filter(path -> !kind(path).equals(kind(file.paths().get(0))))
            .findAny();
    if (odd.isPresent()) {
      throw new SQLException(
          "`" + file.written() + "` names files of several kinds; a table has one kind");
    }
    return switch (kind(file.paths().get(0))) {
      case "csv" -> CsvView.of(file, ',');
      case "tsv" -> CsvView.of(file, '\t');
      case "parquet" -> new ParquetView(file);
      case "json" -> new JsonView(file);
      default ->
          throw new SQLException(
              "`"
                  + file.written()
                  + "` is not a data file; it ends in `.csv`, `.parquet` or `.json`");
    };
  }

  private static String kind(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
      case "csv", "txt" -> "csv";
      case "tsv" -> "tsv";
      case "parquet", "pq" -> plain.equals(name) ? "parquet" : "";
      case "json", "ndjson", "jsonl" -> "json";
      default -> "";
    };
  }

  /** The files as a list of DuckDB, each meaning itself. */
  static String list(List<Path> paths) {
    return paths.stream()
        .map(Names::pattern)
        .map(Names::literal)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** An error in words that name the file as the user wrote it, without DuckDB's advice. */
  static SQLException unreadable(DataFile file, SQLException cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    for (Path path : file.paths()) {
      message = message.replace(path.toString(), String.valueOf(path.getFileName()));
    }
    String plain = message.replaceFirst("^[A-Za-z ]+ Error: ", "");
    return new SQLException("`" + file.written() + "` cannot be read: " + plain, cause);
  }
}
