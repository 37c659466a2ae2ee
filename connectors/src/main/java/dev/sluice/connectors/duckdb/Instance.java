package dev.sluice.connectors.duckdb;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * A native instance of DuckDB: one a file and process. Its settings hold for every connection, so
 * it is locked once, right after opening.
 */
final class Instance {

  private final Optional<Path> file;
  private final DuckDBConnection root;
  private final boolean readOnly;
  private final Set<Path> readable;
  private final SpillFolder spill = new SpillFolder();
  private int users;

  Instance(
      Optional<Path> file, DuckDBConnection root, boolean readOnly, Collection<Path> readable) {
    this.file = file;
    this.root = root;
    this.readOnly = readOnly;
    this.readable = Set.copyOf(readable);
  }

  /**
   * Forbids everything outside the database but the declared files: no other file can be read, none
   * written, no extension loaded, and no setting changed back. An instance that somebody else in
   * this process opened before is left alone: it is theirs.
   */
  void lock() throws SQLException {
    try (Statement statement = root.createStatement()) {
      if (isShared(statement)) {
        return;
      }
      statement.execute("SET GLOBAL TimeZone = 'UTC'");
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("SET autoload_known_extensions = false");
      statement.execute("SET allow_persistent_secrets = false");
      if (file.isEmpty()) {
        // else it would be a folder in whatever directory the process runs in
        statement.execute("SET temp_directory = " + Names.literal(spill.path()));
      }
      if (!readable.isEmpty()) {
        statement.execute("SET allowed_paths = [" + allowed() + "]");
      }
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
    }
  }

  private static boolean isShared(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("from duckdb_connection_count()")) {
      return row.next() && row.getLong(1) > 1;
    }
  }

  /** The real path is what is opened; the pattern is what is asked for, and compared as text. */
  private String allowed() {
    Set<String> texts = new LinkedHashSet<>();
    for (Path path : readable) {
      texts.add(Names.literal(path.toString()));
      texts.add(Names.literal(Names.pattern(path)));
    }
    return texts.stream().collect(Collectors.joining(", "));
  }

  /** Takes away what was laid down outside the database; after it is closed. */
  void tidy() {
    spill.remove();
  }

  DuckDBConnection root() {
    return root;
  }

  Optional<Path> file() {
    return file;
  }

  /** Whether another user with these needs can have this instance too. */
  boolean serves(boolean wantsReadOnly, Collection<Path> files) {
    return (wantsReadOnly || !readOnly) && readable.containsAll(files);
  }

  void use() {
    users++;
  }

  /** Whether this was the last user. */
  boolean release() {
    users--;
    return users == 0;
  }
}
