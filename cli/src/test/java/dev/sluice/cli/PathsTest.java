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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a suite names by a relative path lies below its root, links followed. */
class PathsTest {

  private static final String OUTSIDE = "` lies outside the suite's root";

  @TempDir private Path directory = Path.of("");

  private Path repository = Path.of("");

  @BeforeEach
  void layOut() throws IOException {
    directory = directory.toRealPath();
    repository = directory.resolve("repository");
    Files.createDirectories(repository.resolve("suites/in"));
    Files.createDirectories(repository.resolve("shared"));
    Files.createDirectories(directory.resolve("outside"));
    for (String file :
        List.of("outside/a.csv", "repository/shared/a.csv", "repository/suites/in/a.csv")) {
      Files.writeString(directory.resolve(file), "x\n1\n");
    }
    for (String file : List.of("outside/l.sql", "repository/suites/l.sql")) {
      Files.writeString(directory.resolve(file), "create table made as select 1 as x");
    }
    Path suites = repository.resolve("suites");
    Files.createSymbolicLink(suites.resolve("out.csv"), directory.resolve("outside/a.csv"));
    Files.createSymbolicLink(suites.resolve("near.csv"), repository.resolve("shared/a.csv"));
    Files.createSymbolicLink(suites.resolve("out.sql"), directory.resolve("outside/l.sql"));
    Files.createSymbolicLink(suites.resolve("out"), directory.resolve("outside"));
    Files.createSymbolicLink(suites.resolve("out.db"), directory.resolve("outside/new.db"));
  }

  private record Ended(int exitCode, String told) {}

  private Ended run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, UTF_8);
    Surroundings surroundings =
        new Surroundings(stream, stream, false, false, 100, Map.of(), repository);
    int exitCode = Sluice.run(surroundings, new RealEngine(new Interruption()), List.of(arguments));
    return new Ended(exitCode, bytes.toString(UTF_8));
  }

  private void suite(String text) throws IOException {
    Files.writeString(
        repository.resolve("suites/s.yml"), text.replace("{}", directory.toString()) + "\n");
  }

  /** A configuration is shown where it lies, as the suite is, whoever began the run. */
  @Test
  void theConfigurationIsShownBesideItsSuite() throws IOException {
    suite("table: t\nexpect: [x > 0]");
    String configuration = "connections: {w: {url: 'jdbc:duckdb:', password: '${NOPE_PW}'}}\n";
    for (String place : List.of("suites/sluice.yml", "sluice.yml")) {
      Files.writeString(repository.resolve(place), configuration);
      Ended ended = run("check", "suites/s.yml");
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.told()).contains("--> " + place + ":1:");
      assertThat(run("check", "suites").told()).contains("--> " + place + ":1:");
      Files.delete(repository.resolve(place));
    }
  }

  /** A missing table is told once, and an empty target is refused too. */
  @Test
  void aSuiteWithoutATableIsToldOnce() throws IOException {
    suite("expect: [id > 0]");
    for (String command : List.of("check", "lint")) {
      Ended ended = run(command, "suites/s.yml");
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.told()).containsOnlyOnce("error[").contains("needs the key `table`");
    }
    Ended empty = run("check", "", "-e", "id > 0");
    assertThat(empty.exitCode()).isEqualTo(2);
    assertThat(empty.told()).contains("error[");
  }

  private void mark(String name) throws IOException {
    Files.writeString(repository.resolve(name), "tables: {}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in/a.csv                | 0",
        "in/*.csv                | 0",
        "../shared/a.csv         | 0",
        "near.csv                | 0",
        "{}/outside/a.csv        | 0",
        "../../outside/a.csv     | 2",
        "in/../../../outside/*.csv | 2",
        "out.csv                 | 2",
        "*.csv                   | 2",
        "out/a.csv               | 2",
      })
  void dataOfASuite(String path, int exitCode) throws IOException {
    for (String mark : List.of(".git", "sluice.yml")) {
      mark(mark);
      suite("table: '" + path + "'\nexpect: [x > 0]");
      Ended ended = run("check", "suites/s.yml");
      assertThat(ended.exitCode()).as(ended.told()).isEqualTo(exitCode);
      assertThat(ended.told().contains(OUTSIDE)).isEqualTo(exitCode == 2);
      suite("table: in/a.csv\ntables: {other: '" + path + "'}\nexpect: [x in other.x]");
      assertThat(run("check", "suites/s.yml").exitCode()).isEqualTo(exitCode);
      Files.delete(repository.resolve(mark));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "l.sql                | jdbc:duckdb:x.db                | 0",
        "l.sql                | jdbc:duckdb:../shared/x.db      | 0",
        "l.sql                | jdbc:duckdb:{}/outside/x.db    | 0",
        "../../outside/l.sql  | jdbc:duckdb:x.db                | 2",
        "{}/outside/l.sql     | jdbc:duckdb:x.db                | 2",
        "out.sql              | jdbc:duckdb:x.db                | 2",
        "out/l.sql            | jdbc:duckdb:x.db                | 2",
        "l.sql                | jdbc:duckdb:../../outside/x.db  | 2",
        "l.sql                | jdbc:duckdb:out/x.db            | 2",
        "l.sql                | jdbc:duckdb:out.db              | 2",
        "l.sql                | jdbc:sqlite:../../outside/x.db  | 2",
        "l.sql                | jdbc:sqlite:out/x.db            | 2",
        "l.sql                | jdbc:sqlite:out.db              | 2",
        "l.sql                | jdbc:h2:../../outside/x         | 2",
        "l.sql                | jdbc:h2:file:out/x;IFEXISTS=TRUE | 2",
      })
  void scriptsAndDatabasesOfASuite(String script, String url, int exitCode) throws IOException {
    mark(".git");
    suite("table: made\nconnection: '" + url + "'\nload: '" + script + "'\nexpect: [x > 0]");
    Ended ended = run("gate", "suites/s.yml");
    assertThat(ended.exitCode()).as(ended.told()).isEqualTo(exitCode);
    assertThat(ended.told().contains(OUTSIDE)).isEqualTo(exitCode == 2);
    assertThat(directory.resolve("outside/new.db")).doesNotExist();
  }

  @Test
  void withoutAMarkASuiteBelongsNowhere() throws IOException {
    suite("table: ../../outside/a.csv\nexpect: [x > 0]");
    assertThat(run("check", "suites/s.yml").exitCode()).isZero();
  }

  @Test
  void whatTheOperatorNamesMayLieAnywhere() throws IOException {
    mark(".git");
    Files.writeString(
        repository.resolve("sluice.yml"),
        "tables: {far: ../outside/a.csv}\n"
            + "connections: {far: {url: 'jdbc:duckdb:../outside/far.db'}}\n");
    assertThat(run("check", "../outside/a.csv", "-e", "x > 0").exitCode()).isZero();
    suite("table: far\nexpect: [x > 0]");
    assertThat(run("check", "suites/s.yml").exitCode()).isZero();
    suite("table: near\nexpect: [x > 0]");
    assertThat(run("check", "suites/s.yml", "--table", "near=../outside/a.csv").exitCode())
        .isZero();
    suite("table: made\nconnection: far\nload: l.sql\nexpect: [x > 0]");
    assertThat(run("gate", "suites/s.yml").exitCode()).isZero();
    assertThat(directory.resolve("outside/far.db")).exists();
  }

  @Test
  void aFolderHoldsNoSuitesThatLieElsewhere() throws IOException {
    Files.writeString(directory.resolve("outside/s.yml"), "table: a.csv\nexpect: [x > 0]\n");
    suite("table: in/a.csv\nexpect: [x > 0]");
    assertThat(run("check", "suites").exitCode()).isZero();
    Path link = repository.resolve("suites/link.yml");
    Files.createSymbolicLink(link, directory.resolve("outside/s.yml"));
    Ended ended = run("check", "suites");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.told()).contains("`suites/link.yml` is a link that leads out of its root");
  }

  @ParameterizedTest
  @CsvSource({"\"a\\0b.csv\"", "'in/[.csv'", "'{'", "'\\\\'"})
  void whatIsNoPathIsNotThere(String path) throws IOException {
    suite("table: " + path + "\nexpect: [x > 0]");
    Ended ended = run("check", "suites/s.yml");
    assertThat(ended.exitCode()).as(ended.told()).isEqualTo(2);
    suite("table: t\nload: " + path + "\nconnection: jdbc:duckdb:x.db\nexpect: [x > 0]");
    assertThat(run("gate", "suites/s.yml").exitCode()).isEqualTo(2);
  }
}
