package dev.sluice.connectors.duckdb;

import dev.sluice.engine.connector.DataFile;
import dev.sluice.engine.connector.FileNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The declared files as temporary views: temporary so that a database file is never altered by
 * declaring one, and so that it works read-only. Such a view lives in one connection, so each
 * connection makes its own.
 */
final class FileViews {

  /** Written on the views, to tell them from views of a user. */
  static final String COMMENT = "data file declared to Sluice";

  private final List<FileView> views;
  private final List<FileNote> notes = new ArrayList<>();

  private FileViews(List<FileView> views) {
    this.views = views;
    views.forEach(view -> notes.addAll(view.notes()));
  }

  /** Reads CSV files from end to end; the others are left to DuckDB. */
  static FileViews of(List<DataFile> files) throws SQLException {
    Set<String> names = new HashSet<>();
    List<FileView> views = new ArrayList<>();
    for (DataFile file : files) {
      if (!names.add(file.name().toLowerCase(Locale.ROOT))) {
        throw new SQLException(
            "two data files are called `" + file.name() + "`; name them apart under `tables`");
      }
      views.add(FileView.of(file));
    }
    return new FileViews(views);
  }

  /** Makes the views on a connection. */
  void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (FileView view : views) {
        String name = "temp.main." + Names.quoted(view.file().name());
        String query = view.query(connection);
        try {
          statement.execute("CREATE TEMPORARY VIEW " + name + " AS " + query);
        } catch (SQLException refused) {
          throw FileView.unreadable(view.file(), refused);
        }
        statement.execute("COMMENT ON VIEW " + name + " IS " + Names.literal(COMMENT));
      }
    }
  }

  /** Compares what DuckDB reads with what was found before. */
  void verify(Connection connection) throws SQLException {
    for (FileView view : views) {
      view.verify(connection);
    }
  }

  List<FileNote> notes() {
    return List.copyOf(notes);
  }
}
