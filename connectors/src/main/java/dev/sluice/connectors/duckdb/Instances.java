package dev.sluice.connectors.duckdb;

import dev.sluice.engine.connector.ConnectionSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * The native instances of this process. A file is opened once and shared by all who use it here,
 * because a second instance would be refused; another process must wait until the last is closed.
 */
final class Instances {

  private static final Map<Path, Instance> OPEN = new HashMap<>();
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Instances() {}

  /**
   * Opens an instance or joins one, trying again while another process or instance is in the way.
   *
   * @throws SQLTransientConnectionException when it still is after the settings' patience
   */
  static Instance take(ConnectionSettings settings, Collection<Path> files) throws SQLException {
    DuckDbUrl url = DuckDbUrl.of(settings.url());
    if (url.isMemory()) {
      Instance instance = open(settings, Optional.empty(), files);
      instance.use();
      return instance;
    }
    Path file = url.file();
    if (settings.readOnly() && !Files.exists(file)) {
      throw new SQLException("there is no database file `" + url.rest() + "`");
    }
    long deadline = System.nanoTime() + settings.patience().toNanos();
    while (true) {
      try {
        return join(settings, file, files);
      } catch (SQLException refused) {
        if (!Errors.isHeldFile(refused)) {
          throw refused;
        }
        if (System.nanoTime() >= deadline) {
          throw new SQLTransientConnectionException(
              "`"
                  + url.rest()
                  + "` is held by another process or connection; try again when it is"
                  + " closed",
              refused);
        }
        pause();
      }
    }
  }

  private static void pause() throws SQLException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for the database", interrupted);
    }
  }

  private static synchronized Instance join(
      ConnectionSettings settings, Path file, Collection<Path> files) throws SQLException {
    Instance instance = OPEN.get(file);
    if (instance == null) {
      instance = open(settings, Optional.of(file), files);
      OPEN.put(file, instance);
    } else if (!instance.serves(settings.readOnly(), files)) {
      throw new SQLTransientConnectionException("open in this process with other settings");
    }
    instance.use();
    return instance;
  }

  static synchronized void give(Instance instance) throws SQLException {
    if (instance.release()) {
      instance.file().ifPresent(OPEN::remove);
      instance.root().close();
      instance.tidy();
    }
  }

  private static Instance open(
      ConnectionSettings settings, Optional<Path> file, Collection<Path> files)
      throws SQLException {
    boolean readOnly = settings.readOnly() && file.isPresent();
    DuckDBConnection root;
    try {
      root = connect(settings, file, readOnly);
    } catch (SQLException refused) {
      if (file.isEmpty() || !Errors.isOtherConfiguration(refused)) {
        throw refused;
      }
      // somebody in this process has it open for writing, with settings of their own: read on that
      // instance, in read-only transactions
      root = join(settings, file.get());
      readOnly = false;
    }
    Instance instance = new Instance(file, root, readOnly, files);
    try {
      instance.lock();
    } catch (SQLException refused) {
      root.close();
      instance.tidy();
      throw refused;
    }
    return instance;
  }

  private static DuckDBConnection connect(
      ConnectionSettings settings, Optional<Path> file, boolean readOnly) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    // a file of another database would make DuckDB fetch what reads it, before anything is locked
    properties.put("autoinstall_known_extensions", "false");
    properties.put("autoload_known_extensions", "false");
    if (readOnly) {
      properties.put("duckdb.read_only", "true");
    }
    return connect(file.map(Path::toString).orElse(""), properties);
  }

  private static DuckDBConnection join(ConnectionSettings settings, Path file) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    return connect(file.toString(), properties);
  }

  private static DuckDBConnection connect(String target, Properties properties)
      throws SQLException {
    try {
      // by way of DriverManager the drivers of all databases would be loaded
      return new DuckDBDriver()
          .connect(DuckDbUrl.PREFIX + target, properties)
          .unwrap(DuckDBConnection.class);
    } catch (ExceptionInInitializerError | NoClassDefFoundError unpacked) {
      throw new SQLException(
          "DuckDB's library could not be unpacked into the folder for temporary files,"
              + " `java.io.tmpdir`: make it one that can be written",
          unpacked);
    }
  }
}
