package dev.sluice.examples;

import dev.sluice.cli.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** A copy of the repository's examples and data in a folder of its own, to run commands in. */
public final class Sandbox {

  /** What commands find in their environment. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PGUSER", "etl", "PGPASSWORD", "not-a-secret");

  private final Path root;

  private Sandbox(Path root) {
    this.root = root;
  }

  /** Fills a folder. */
  public static Sandbox in(Path folder) {
    for (String part : List.of("docs/data", "examples/flights", "examples/library")) {
      copy(repository().resolve(part), folder.resolve(part));
    }
    // the search for `sluice.yml` ends where a repository does
    make(folder.resolve(".git"));
    return new Sandbox(folder);
  }

  /** The root of the repository that is tested. */
  public static Path repository() {
    return Path.of(System.getProperty("sluice.root", "..")).toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  /** Runs `sluice` at the root. */
  public Terminal.Screen sluice(String... arguments) {
    return Terminal.run(root, ENVIRONMENT, List.of(arguments));
  }

  public void write(String file, String text) {
    try {
      Files.writeString(root.resolve(file), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public void append(String file, String text) {
    try {
      Files.writeString(root.resolve(file), text, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The rows of a query to a DuckDB file, past Sluice; values separated by blanks. */
  public List<String> rows(String database, String query) {
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + root.resolve(database), readOnly);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        StringJoiner row = new StringJoiner(" ");
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(result.getString(column)));
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path each : files.toList()) {
        Path copied = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          make(copied);
        } else if (!each.getFileName().toString().contains(".db")) {
          Files.copy(each, copied);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
