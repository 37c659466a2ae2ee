package dev.sluice.connectors.duckdb;

import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.TypeWords;
import dev.sluice.engine.connector.DataFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON files, an array or one object a line; types are found over the whole file, once. */
final class JsonView implements FileView {

  private final DataFile file;
  private @Nullable String query;

  JsonView(DataFile file) {
    this.file = file;
  }

  @Override
  public DataFile file() {
    return file;
  }

  @Override
  public synchronized String query(Connection connection) throws SQLException {
    if (query == null) {
      query = query(columns(connection));
    }
    return query;
  }

  private String query(Map<String, String> columns) {
    String types =
        columns.entrySet().stream()
            .map(entry -> Names.literal(entry.getKey()) + ": " + Names.literal(entry.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    return "SELECT * FROM read_json("
        + FileView.list(file.paths())
        + ", columns = "
        + types
        + ", hive_partitioning = false)";
  }

  private Map<String, String> columns(Connection connection) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    String everything =
        "SELECT * FROM read_json("
            + FileView.list(file.paths())
            + ", sample_size = -1, maximum_sample_files = 1000000000, hive_partitioning = false)";
    try {
      DuckDbCatalogue.describe(connection, everything)
          .forEach(column -> columns.put(column.name(), column.nativeType()));
    } catch (SQLException refused) {
      throw FileView.unreadable(file, refused);
    }
    for (Map.Entry<String, String> declared : file.types().entrySet()) {
      Type type =
          TypeWords.find(declared.getValue())
              .orElseThrow(
                  () ->
                      new SQLException(
                          "`"
                              + declared.getValue()
                              + "` under `types` of `"
                              + file.written()
                              + "` is not a type"));
      if (columns.replace(declared.getKey(), DuckDbTypes.word(type)) == null) {
        throw new SQLException(
            "`types` of `"
                + file.written()
                + "` speaks of `"
                + declared.getKey()
                + "`, and there is no such column");
      }
    }
    return columns;
  }

  @Override
  public void verify(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      // every value once, so that what does not fit its type is found before a check runs
      statement.execute("SELECT count(COLUMNS(*)) FROM temp.main." + Names.quoted(file.name()));
    } catch (SQLException refused) {
      throw FileView.unreadable(file, refused);
    }
  }
}
