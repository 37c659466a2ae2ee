package dev.sluice.engine.connector;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of database. Implementations are found with {@link java.util.ServiceLoader}, have a
 * public constructor without arguments, hold no state of a connection, and are safe for several
 * threads.
 */
public interface Connector {

  /** A short word: {@code duckdb}, {@code postgresql}. */
  String name();

  /** Whether a JDBC URL is this connector's. */
  boolean accepts(String url);

  /** Whether an open connection that somebody else made is this connector's. */
  boolean accepts(Connection connection) throws SQLException;

  /**
   * Opens a database, unless {@link #refusal} refuses it.
   *
   * @throws SQLException when it is refused, cannot be reached or refuses itself
   */
  default Database open(ConnectionSettings settings) throws SQLException {
    Optional<String> refusal = refusal(settings.url(), settings.properties());
    if (refusal.isPresent()) {
      throw new SQLException(refusal.get());
    }
    return openAllowed(settings);
  }

  /**
   * Opens a database whose URL and properties are allowed; for {@link #open} alone.
   *
   * @throws SQLException when it cannot be reached or refuses
   */
  Database openAllowed(ConnectionSettings settings) throws SQLException;

  /** What this database keeps; asked of the connection where it tells the truth. */
  Capabilities capabilities(Connection connection) throws SQLException;

  /** How its SQL is written. */
  SqlProfile sql();

  /** How its catalogue is read and its types are understood. */
  CatalogueReader catalogue();

  /** How transactions, locks and cancellation are done. */
  Transactions transactions();

  /**
   * What the database said of the statement that ran last on a connection, when it means that the
   * answer is wrong although there was no error.
   */
  default Optional<String> doubt(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /** Whether declared data files can be tables of this database. */
  default boolean readsFiles() {
    return false;
  }

  /** A URL with a relative path in it made absolute; other URLs unchanged. */
  default String located(String url, Path base) {
    return url;
  }

  /** The file that a relative path in a URL names; nothing for other URLs. */
  default Optional<Path> relativeFile(String url, Path base) {
    return Optional.empty();
  }

  /**
   * Refuses a URL or property that could run code or read files, before anything is opened.
   *
   * @return the reason, in words for the user, or nothing when it is allowed
   */
  Optional<String> refusal(String url, Map<String, String> properties);
}
