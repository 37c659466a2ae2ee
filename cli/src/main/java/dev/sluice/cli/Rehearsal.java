package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.connectors.duckdb.DuckDbConnector;
import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.engine.run.Interruption;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Runs what starts usually run, on a few rows of its own, and tells nobody: what the JVM learns of
 * it is kept in an archive for later starts. The launcher runs it.
 */
public final class Rehearsal {

  private static final List<String> FILES = List.of("orders.csv", "customers.csv", "orders.yml");

  private static final List<List<String>> LINES =
      List.of(
          List.of("--version"),
          List.of("check", "orders.yml"),
          List.of("check", "orders.yml", "--format", "json", "--save", "report.xml"),
          List.of("gate", "orders.yml", "--connection", "jdbc:duckdb:orders.db"),
          List.of("check", "orders", "--connection", "jdbc:duckdb:orders.db", "-e", "qty > 0"),
          List.of("check", "orders.csv", "-e", "order_id is unique", "-e", "ammount > 0"),
          List.of("explain", "orders.yml"),
          List.of("lint", "orders.yml", "--offline"));

  // Nothing answers there: as much of the driver as there is without a server.
  private static final List<String> NO_SERVER =
      List.of("check", "t", "--connection", "jdbc:postgresql://127.0.0.1:1/none", "-e", "n > 0");

  private static final List<Class<?>> HOMES =
      List.of(Rehearsal.class, Interruption.class, DuckDbConnector.class, InvalidInput.class);

  private Rehearsal() {}

  /** Takes no arguments; ends with what {@link #run(Path)} says. */
  public static void main(String... arguments) throws IOException, URISyntaxException {
    Path folder = Files.createTempDirectory("sluice-rehearsal");
    int exitCode;
    try {
      exitCode = run(folder.toRealPath());
      load();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
      }
    }
    System.exit(exitCode);
  }

  /** 0 when the suite was run as it must be, else 1: then nothing should be kept of this. */
  static int run(Path folder) throws IOException {
    for (String each : FILES) {
      try (InputStream text = Rehearsal.class.getResourceAsStream("rehearsal/" + each)) {
        Files.copy(Objects.requireNonNull(text, each), folder.resolve(each));
      }
    }
    boolean expected = true;
    for (List<String> line : LINES) {
      int exitCode = run(folder, line);
      expected &= exitCode == 0 || !line.contains("orders.yml");
    }
    run(folder, NO_SERVER);
    return expected ? 0 : 1;
  }

  private static int run(Path folder, List<String> line) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    Surroundings surroundings =
        new Surroundings(nowhere, nowhere, true, false, Surroundings.COLUMNS, Map.of(), folder);
    return Sluice.run(surroundings, new RealEngine(new Interruption()), line);
  }

  // What was not run is at least loaded: the program's own classes.
  private static void load() throws IOException, URISyntaxException {
    for (Class<?> each : HOMES) {
      Path jar = Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(jar)) {
        try (ZipFile file = new ZipFile(jar.toFile())) {
          file.stream().map(ZipEntry::getName).forEach(Rehearsal::load);
        }
      }
    }
  }

  private static void load(String file) {
    if (file.endsWith(".class") && file.startsWith("dev/sluice/")) {
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      try {
        Class.forName(name, false, Rehearsal.class.getClassLoader());
      } catch (ClassNotFoundException | LinkageError left) {
        return;
      }
    }
  }
}
