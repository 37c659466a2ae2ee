package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.run.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to stall, flood or mislead, as suites and as configurations: one clear error each. */
@Timeout(60)
class HostileFilesTest {

  private static final String SUITE = "table: t.csv\nexpect:\n  - ";

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void writeData() throws IOException {
    Files.writeString(directory.resolve("t.csv"), "a,b\n1,2\n");
  }

  private record Ended(int exitCode, String out, String err) {}

  private Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            false,
            100,
            Map.of(),
            directory);
    int exitCode = Sluice.run(surroundings, new RealEngine(new Interruption()), List.of(arguments));
    return new Ended(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** What a suite holds, and the messages that it ends in. */
  static Stream<Arguments> suites() {
    return Stream.of(
        Arguments.of(
            SUITE + "a = '" + "x".repeat(70_000) + "'\n",
            List.of("error[E0108]: a sentence of more than 64 KB")),
        Arguments.of(
            SUITE + "(".repeat(101) + "a" + ")".repeat(101) + " > 1\n",
            List.of("error[E0108]: a sentence nested deeper than 100 levels")),
        Arguments.of(
            SUITE + "not ".repeat(101) + "a\n",
            List.of("error[E0108]: a sentence nested deeper than 100 levels")),
        Arguments.of(
            SUITE + "a > 1\n" + "# comment\n".repeat(420_000),
            List.of("error[E0108]: a file larger than 3 MiB is not read")),
        Arguments.of(
            "table: t.csv\nexpect: " + "[".repeat(5_000) + "\n",
            List.of("error[E0108]: lists and keys lie more than 50 deep")),
        Arguments.of(
            "table: t.csv\ntable: u\nexpect: [a > 1]\n",
            List.of("error[E0103]: the key `table` is given twice")),
        Arguments.of(
            "table: t.csv\nparams: {d: {type: text, default: x, type: text}}\nexpect: [a > 1]\n",
            List.of("error[E0103]: the key `type` is given twice")),
        Arguments.of(
            SUITE + "a = 'x\0y'\n",
            List.of("error[E0108]: the control character U+0000 is not allowed")),
        Arguments.of(
            SUITE + "a = 'x\u001b[31my'\n",
            List.of("error[E0108]: the control character U+001B is not allowed")),
        Arguments.of(
            SUITE + "\"a = 'x\\0y'\"\n",
            List.of("error[E0201]: a control character, U+0000, cannot stand in a sentence")),
        Arguments.of(
            SUITE + "&x a > 1\n",
            List.of("error[E0106]: YAML takes `&x` for an anchor and drops it")),
        Arguments.of(
            "table: t.csv\nexpect: &e\n  - *e\n",
            List.of(
                "error[E0106]: YAML takes `&e` for an anchor and drops it",
                "error[E0106]: YAML takes `*e` for a reference to an anchor")),
        Arguments.of("", List.of("error[E0003]: the suite is empty")));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void aSuiteEndsInAClearError(String text, List<String> messages) throws IOException {
    Files.writeString(directory.resolve("s.yml"), text);

    for (String[] command : new String[][] {{"lint", "s.yml", "--offline"}, {"check", "s.yml"}}) {
      Ended ended = run(command);

      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(messages(ended)).isEqualTo(messages);
      assertThat(ended.err()).hasSizeLessThan(2_000);
      assertThat(ended.err().chars()).noneMatch(each -> each < ' ' && each != '\n');
      assertThat(ended.out()).startsWith("INVALID  ");
    }
  }

  @Test
  void aliasesThatGrowAreNeverWrittenOut() throws IOException {
    StringBuilder text =
        new StringBuilder("table: t.csv\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 30; level++) {
      String alias = "*a" + (level - 1);
      text.append("a%d: &a%d [%s%s]%n".formatted(level, level, (alias + ", ").repeat(9), alias));
    }
    Files.writeString(directory.resolve("s.yml"), text + "expect: *a29\n");

    Ended ended = run("lint", "s.yml", "--offline");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(messages(ended))
        .contains("error[E0106]: YAML takes `&a0` for an anchor and drops it");
    assertThat(ended.err()).hasSizeLessThan(50_000);
  }

  @Test
  void aFloodOfErrorsIsCutShort() throws IOException {
    Files.writeString(
        directory.resolve("s.yml"), "table: t.csv\nexpect:\n" + "  - a >\n".repeat(700));

    Ended ended = run("lint", "s.yml", "--offline");

    assertThat(messages(ended)).hasSize(500);
    assertThat(ended.err()).endsWith("\n\n... and 200 more\n");
    assertThat(ended.out()).isEqualTo("INVALID  700 errors, nothing was run, exit code 2\n");
  }

  /** What a configuration holds, and the one message that it ends in. */
  static Stream<Arguments> configurations() {
    return Stream.of(
        Arguments.of(
            "# comment\n".repeat(420_000), "error[E0108]: a file larger than 3 MiB is not read"),
        Arguments.of(
            "connections:\n  a: {url: 'jdbc:\0duckdb:'}\n",
            "error[E0108]: the control character U+0000 is not allowed"),
        Arguments.of(
            "connections: " + "[".repeat(3_000),
            "error[E0108]: lists and keys lie more than 50 deep"),
        Arguments.of(
            "connections:\n  shop: {url: 'jdbc:duckdb:'}\n  shop: {url: 'jdbc:duckdb:'}\n",
            "error[E0103]: the key `shop` is given twice"),
        Arguments.of("- a\n", "error[E0104]: the configuration is keys and values"));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void aConfigurationEndsInAClearErrorAndInNothingElse(String text, String message)
      throws IOException {
    Files.writeString(directory.resolve("sluice.yml"), text);
    Files.writeString(
        directory.resolve("s.yml"), "table: t.csv\nconnection: shop\nexpect: [a > 1, b >]\n");

    for (String command : List.of("lint", "check", "explain")) {
      Ended ended = run(command, "s.yml");

      assertThat(ended.exitCode()).isEqualTo(2);
      // what is wrong with the suite itself is told in the same run
      assertThat(messages(ended)).hasSize(2).contains(message);
      assertThat(ended.err()).contains("error[E0201]");
    }
  }

  private static List<String> messages(Ended ended) {
    return ended.err().lines().filter(line -> line.startsWith("error[")).toList();
  }
}
