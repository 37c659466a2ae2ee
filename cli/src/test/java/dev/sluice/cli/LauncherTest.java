package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two shell scripts, in a copy of the tree where Maven and Java only tell what they are asked.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String JAVA =
      """
      #!/bin/sh
      for argument in "$@"; do
        case $argument in -XX:ArchiveClassesAtExit=*) echo x >"${argument#*=}" ;; esac
        printf '<%s>\\n' "$argument"
      done
      pwd
      exit "${CODE:-0}"
      """;

  private static final String JAVAC =
      """
      #!/bin/sh
      echo "javac ${VERSION:-17.0.1}"
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$*" >>calls
      sleep "${SLOW:-0}"
      if [ -n "$FAULT" ]; then echo "$FAULT"; exit 1; fi
      mkdir -p cli/target/lib
      """;

  @TempDir private Path home = Path.of("");
  private Path root = Path.of("");
  private Path jdk = Path.of("");

  private record Ended(int exitCode, String out, String err) {}

  @BeforeEach
  void copyTheTree() throws IOException {
    home = home.toRealPath();
    root = Files.createDirectory(home.resolve("the root"));
    jdk = Files.createDirectory(home.resolve("jdk"));
    Path source = Path.of(System.getProperty("sluice.root"));
    Files.createDirectories(root.resolve("cli/src/main/bin"));
    Files.copy(source.resolve("sluice"), root.resolve("sluice"));
    Files.copy(source.resolve("cli/src/main/bin/sluice"), root.resolve("cli/src/main/bin/sluice"));
    for (String module : List.of("dsl", "engine", "connectors", "cli")) {
      Files.createDirectories(root.resolve(module + "/src/main/java"));
      Files.createFile(root.resolve(module + "/pom.xml"));
    }
    Files.createFile(root.resolve("pom.xml"));
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), JAVAC);
    Files.writeString(jdk.resolve("release"), "X=\"1\"\nJAVA_VERSION=\"17.0.1\"\n");
    script(home.resolve("path/mvn"), MAVEN);
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process start(Path launcher, Map<String, String> more, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("PATH", home.resolve("path") + ":/usr/bin:/bin");
    builder.environment().remove("SLUICE_LIB");
    builder.environment().put("SLUICE_CACHE", "");
    builder.environment().putAll(more);
    return builder.start();
  }

  private static Ended end(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), out, err);
  }

  private Ended run(Map<String, String> environment, String... arguments) throws Exception {
    return end(start(root.resolve("sluice"), environment, arguments));
  }

  private List<String> builds() throws IOException {
    Path calls = root.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  @Test
  void argumentsDirectoryAndExitCodeAreThePrograms() throws Exception {
    Ended ended = run(Map.of("CODE", "4"), "check", "a b", "", "*", "it's \"$x\"", "-e");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.out())
        .endsWith(
            "<-cp>\n<"
                + root
                + "/cli/target/lib/*.jar>\n<dev.sluice.cli.Main>\n<check>\n<a b>\n<>\n<*>\n"
                + "<it's \"$x\">\n<-e>\n"
                + home
                + "\n");
    assertThat(ended.err()).startsWith("sluice: building").hasLineCount(1);
  }

  @Test
  void buildsOnlyWhenASourceIsNewer() throws Exception {
    run(Map.of());
    Ended second = run(Map.of());
    assertThat(builds()).hasSize(1);
    assertThat(second.err()).isEmpty();

    Path source = Files.createFile(root.resolve("engine/src/main/java/New.java"));
    run(Map.of());
    assertThat(builds()).hasSize(2);
    run(Map.of());
    assertThat(builds()).hasSize(2);

    Files.delete(source);
    run(Map.of());
    assertThat(builds()).as("a source that was removed counts").hasSize(3);
  }

  @Test
  void twoFirstStartsBuildOnce() throws Exception {
    Process first = start(root.resolve("sluice"), Map.of("SLOW", "2"), "first");
    Process second = start(root.resolve("sluice"), Map.of("SLOW", "2"), "second");

    assertThat(end(first).out()).contains("<first>");
    assertThat(end(second).out()).contains("<second>");
    assertThat(builds()).hasSize(1);
    assertThat(root.resolve(".sluice-build/lock")).doesNotExist();
  }

  @Test
  void theLockOfAKilledStartIsTakenAway() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path lock = Files.createDirectories(root.resolve(".sluice-build/lock"));
    Files.writeString(lock.resolve("owner"), Long.toString(gone.pid()));

    Ended ended = run(Map.of());

    assertThat(ended.exitCode()).isZero();
    assertThat(lock).doesNotExist();
  }

  @Test
  void worksThroughLinks() throws Exception {
    Path folder = Files.createDirectory(home.resolve("links"));
    Files.createSymbolicLink(folder.resolve("one"), Path.of("../the root/sluice"));
    Files.createSymbolicLink(folder.resolve("two"), folder.resolve("one"));

    assertThat(end(start(folder.resolve("two"), Map.of(), "x")).out())
        .contains("<" + root + "/cli/target/lib/*.jar>");
  }

  @Test
  void whatIsMissingIsOneSentence() throws Exception {
    refused(
        Map.of("FAULT", "Could not transfer artifact x"),
        "sluice: the build needs libraries that could not be downloaded; its log is "
            + root
            + "/.sluice-build/build.log\n");
    refused(
        Map.of("FAULT", "COMPILATION ERROR"),
        "sluice: the build failed; its log is " + root + "/.sluice-build/build.log\n");
    refused(
        Map.of("VERSION", "11.0.2"),
        "sluice: it must be built first with a JDK 17 or newer, and this one is 11.0.2\n");
    Files.delete(jdk.resolve("bin/javac"));
    refused(
        Map.of(), "sluice: it must be built first, and a JDK 17 or newer (javac) is not there\n");
    Files.delete(home.resolve("path/mvn"));
    refused(
        Map.of("PATH", home.resolve("path") + ":" + tools()),
        "sluice: it must be built first, and Maven 3.8 or newer (mvn) is not on the PATH\n");
  }

  private void refused(Map<String, String> environment, String sentence) throws Exception {
    Ended ended = run(environment);
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().replaceAll("(?m)^sluice: building.*\n", "")).isEqualTo(sentence);
  }

  // what the scripts call, without the machine's own Maven
  private Path tools() throws IOException {
    Path tools = Files.createDirectory(home.resolve("tools"));
    for (String name :
        List.of(
            "dirname", "readlink", "mkdir", "rm", "cat", "find", "head", "grep", "mv", "sleep")) {
      Path real = Path.of("/usr/bin", name);
      Path tool = Files.exists(real) ? real : Path.of("/bin", name);
      script(tools.resolve(name), "#!/bin/sh\nexec " + tool + " \"$@\"\n");
    }
    return tools;
  }

  @Test
  void theZipsLauncherNeedsNoMaven() throws Exception {
    Path zip = Files.createDirectories(home.resolve("zip/bin"));
    Path launcher = zip.resolve("sluice");
    Files.copy(root.resolve("cli/src/main/bin/sluice"), launcher);
    Files.createSymbolicLink(home.resolve("linked"), launcher);

    Ended ended = end(start(home.resolve("linked"), Map.of(), "check"));

    assertThat(ended.out()).contains("<" + home + "/zip/lib/*.jar>", "<check>");
    assertThat(ended.out()).doesNotContain("--enable-native-access");
    assertThat(builds()).isEmpty();
  }

  @Test
  void fromTheThirdStartOnWhatASecondOneLearnedIsUsed() throws Exception {
    Path library = home.resolve("lib");
    Files.createDirectories(library.resolve("one.jar"));
    Path cache = home.resolve("caches/of sluice");
    Map<String, String> kept =
        Map.of("SLUICE_LIB", library.toString(), "SLUICE_CACHE", cache.toString());
    Path launcher = root.resolve("cli/src/main/bin/sluice");

    Ended first = end(start(launcher, kept));
    Ended second = end(start(launcher, kept));
    for (int i = 0; i < 100 && archives(cache).isEmpty(); i++) {
      Thread.sleep(100);
    }
    Ended third = end(start(launcher, kept));

    assertThat(first.out() + second.out()).doesNotContain("SharedArchiveFile");
    assertThat(archives(cache)).hasSize(1);
    assertThat(third.out()).contains("<-XX:SharedArchiveFile=" + archives(cache).get(0) + ">");
    assertThat(first.err() + second.err() + third.err()).isEmpty();
  }

  @Test
  void whatCannotBeKeptIsNot() throws Exception {
    Path library = Files.createDirectories(home.resolve("lib"));
    Path launcher = root.resolve("cli/src/main/bin/sluice");
    Path file = Files.createFile(home.resolve("file"));
    Ended nowhere =
        end(start(launcher, Map.of("SLUICE_LIB", "lib", "SLUICE_CACHE", file + "/cache")));
    assertThat(nowhere.err()).isEmpty();
    assertThat(nowhere.out()).contains("<dev.sluice.cli.Main>");

    Path cache = home.resolve("cache");
    Map<String, String> failing =
        Map.of(
            "SLUICE_LIB",
            library.toString(),
            "SLUICE_CACHE",
            cache.toString(),
            "SLUICE_PREPARE",
            "now",
            "CODE",
            "1");
    Ended prepared = end(start(launcher, failing));
    assertThat(prepared).isEqualTo(new Ended(0, "", ""));
    assertThat(cache).isDirectoryRecursivelyContaining("glob:**/*-*");
    assertThat(archives(cache)).isEmpty();
  }

  private static List<Path> archives(Path cache) throws IOException {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(each -> each.endsWith("classes.jsa")).toList();
    }
  }

  @Test
  void anOldOrMissingJavaIsOneSentence() throws Exception {
    Path launcher = root.resolve("cli/src/main/bin/sluice");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    Ended old = end(start(launcher, Map.of("SLUICE_LIB", "lib")));
    assertThat(old.exitCode()).isEqualTo(3);
    assertThat(old.err())
        .isEqualTo("sluice: Java 17 or newer is needed, and " + jdk + "/bin/java is 11.0.2\n");

    Ended missing = end(start(launcher, Map.of("SLUICE_LIB", "lib", "JAVA_HOME", "/nowhere")));
    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.err()).isEqualTo("sluice: there is no Java in JAVA_HOME=/nowhere\n");
  }

  @Test
  void aNewJavaIsToldThatNativeCodeIsWanted() throws Exception {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");

    Ended ended = end(start(root.resolve("cli/src/main/bin/sluice"), Map.of("SLUICE_LIB", "lib")));

    assertThat(ended.out()).contains("<--enable-native-access=ALL-UNNAMED>\n");
  }
}
