package dev.sluice.connectors.duckdb;

import dev.sluice.dsl.table.Column;
import dev.sluice.engine.connector.DataFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Parquet files; several must agree on names and types of their columns. */
record ParquetView(DataFile file) implements FileView {

  @Override
  public String query(Connection connection) {
    return select(file.paths());
  }

  private static String select(List<Path> paths) {
    return "SELECT * FROM read_parquet(" + FileView.list(paths) + ", hive_partitioning = false)";
  }

  @Override
  public void verify(Connection connection) throws SQLException {
    if (!file.types().isEmpty()) {
      throw new SQLException(
          "`" + file.written() + "` says its types itself; `types` is for csv and json");
    }
    List<Column> first = columns(connection, file.paths().get(0));
    for (Path path : file.paths().subList(1, file.paths().size())) {
      List<Column> columns = columns(connection, path);
      if (!columns.equals(first)) {
        throw new SQLException(
            "the files of `"
                + file.written()
                + "` have different columns: `"
                + file.paths().get(0).getFileName()
                + "` has "
                + words(first)
                + ", `"
                + path.getFileName()
                + "` has "
                + words(columns));
      }
    }
  }

  private static String words(List<Column> columns) {
    return String.join(
        ", ", columns.stream().map(column -> column.name() + " " + column.nativeType()).toList());
  }

  private List<Column> columns(Connection connection, Path path) throws SQLException {
    try {
      return DuckDbCatalogue.describe(connection, select(List.of(path)));
    } catch (SQLException refused) {
      throw FileView.unreadable(file, refused);
    }
  }
}
