package dev.sluice.connectors.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A real PostgreSQL for tests, on the loopback interface: one server a version and process, started
 * when it is first asked for and stopped at the process's end. Each test class takes a database of
 * its own with {@link #newDatabase}.
 */
public final class EmbeddedPostgresServer {

  /** The superuser; it needs no password. */
  public static final String USER = "postgres";

  private static final Map<String, EmbeddedPostgresServer> STARTED = new ConcurrentHashMap<>();

  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private EmbeddedPostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** The newest version, from the class path. */
  public static EmbeddedPostgresServer newest() {
    return STARTED.computeIfAbsent("newest", version -> start(EmbeddedPostgres.builder()));
  }

  /** The oldest supported version, 14; there in the module of the connectors alone. */
  public static EmbeddedPostgresServer oldest() {
    Path archive = Path.of("target", "postgresql", "postgresql-14.jar");
    return STARTED.computeIfAbsent(
        "oldest",
        version ->
            start(EmbeddedPostgres.builder().setPgBinaryResolver(new ArchiveResolver(archive))));
  }

  private static EmbeddedPostgresServer start(EmbeddedPostgres.Builder builder) {
    try {
      return new EmbeddedPostgresServer(
          builder
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", "off")
              .setServerConfig("max_connections", "100")
              .setLocaleConfig("locale", "C.UTF-8")
              .setLocaleConfig("encoding", "UTF8")
              .start());
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** A new, empty database; the answer is its URL, to be used with {@link #USER}. */
  public String newDatabase() throws SQLException {
    String name = "test_" + databases.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return url(name);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  /** Takes the one archive of a server out of a jar that is not on the class path. */
  private record ArchiveResolver(Path jar) implements PgBinaryResolver {
    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
      if (!Files.exists(jar)) {
        throw new IOException(jar + " is not there; the build copies it");
      }
      ZipInputStream zip = new ZipInputStream(new FileInputStream(jar.toFile()));
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && !entry.getName().endsWith(".txz")) {
        entry = zip.getNextEntry();
      }
      return zip;
    }
  }
}
