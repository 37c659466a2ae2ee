package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sluice fmt}: files before and after, what is told, and the exit code. */
class FormatTest {

  private static final String LOOSE = "table: t  # the table\nexpect:\n  - A>0\n  - b is null\n";
  private static final String ONE = "table: t  # the table\nexpect:\n  - A > 0\n  - b is null\n";
  private static final String WRONG = "table: t\nexpect:\n  - a >\n  - b>0\n";

  @TempDir private Path directory = Path.of("");

  private Path file(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return Files.writeString(file, text);
  }

  private Desk.Result run(String... arguments) {
    Desk.Result result = new Desk(directory).run(arguments);
    assertThat(result.asked()).isEmpty();
    return result;
  }

  @Test
  void rewritesWhatIsNotInTheOneSpelling() throws IOException {
    Path loose = file("orders.yml", LOOSE);
    Path right = file("right.yml", ONE);
    Files.setPosixFilePermissions(loose, PosixFilePermissions.fromString("rw-r-----"));

    Desk.Result result = run("fmt", "orders.yml", "right.yml", "./orders.yml");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("formatted orders.yml\n");
    assertThat(result.err()).isEmpty();
    assertThat(loose).hasContent(ONE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(loose)))
        .isEqualTo("rw-r-----");
    assertThat(right).hasContent(ONE);
    assertThat(run("fmt", "orders.yml").out()).isEqualTo("nothing to change\n");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void takesTheSuitesOfAFolder() throws IOException {
    Path deep = file("suites/deep/b.yaml", LOOSE);
    Path configuration = file("suites/sluice.yml", "tables: {a: b}\n");
    Path other = file("suites/c.csv", "a\n");
    file("suites/a.yml", LOOSE);

    Desk.Result result = run("fmt", "suites");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("formatted suites/a.yml\nformatted suites/deep/b.yaml\n");
    assertThat(deep).hasContent(ONE);
    assertThat(configuration).hasContent("tables: {a: b}\n");
    assertThat(other).hasContent("a\n");
  }

  @Test
  void followsALink() throws IOException {
    Path loose = file("orders.yml", LOOSE);
    Path link = Files.createSymbolicLink(directory.resolve("link.yml"), loose);

    assertThat(run("fmt", "link.yml").out()).isEqualTo("formatted link.yml\n");

    assertThat(link).isSymbolicLink();
    assertThat(loose).hasContent(ONE);
  }

  @Test
  void checkTellsWhatWouldChangeAndChangesNothing() throws IOException {
    Path loose = file("a.yml", LOOSE.replace("b is null", "b IS null"));
    Path joined = file("b.yml", "table: t\nexpect:\n  - |\n    a>0\n    and b>0\n");
    file("c.yml", ONE);

    Desk.Result result = run("fmt", "--check", ".");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo(
            """
            a.yml:3 would be: - A > 0
            a.yml:4 would be: - b is null
            b.yml:3 would be: - a > 0 and b > 0
            """);
    assertThat(loose).content().contains("A>0");
    assertThat(joined).content().contains("a>0");
    assertThat(run("fmt", "--check", "c.yml").exitCode()).isZero();
  }

  @Test
  void aSuiteWithErrorsIsToldAndNotTouched() throws IOException {
    Path wrong = file("wrong.yml", WRONG);
    Path loose = file("loose.yml", LOOSE);

    Desk.Result result = run("fmt", "wrong.yml", "loose.yml");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("error[E0201]", "--> wrong.yml:3:", "^");
    assertThat(wrong).hasContent(WRONG);
    assertThat(loose).hasContent(ONE);
    assertThat(run("fmt", "wrong.yml", "--check").exitCode()).isEqualTo(2);
  }

  @Test
  void whatIsNoSuiteIsRefused() throws IOException {
    Files.createDirectory(directory.resolve("empty"));
    file("data.csv", "a\n");
    file("sluice.yml", "tables: {a: b}\n");

    Desk.Result result = run("fmt", "empty", "data.csv", "none.yml", "sluice.yml", "a\u0000b");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains(
            "error[E0003]: the folder `empty` holds no suite",
            "error[E0002]: `data.csv` is not a suite",
            "error[E0001]: `none.yml` is not there",
            "error[E0002]: `sluice.yml` is a configuration, not a suite",
            "is not a file's name");
    assertThat(run("fmt").exitCode()).isEqualTo(2);
  }

  @Test
  void helpShowsItsOptions() {
    Desk.Result help = run("fmt", "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Usage: sluice fmt SUITE...").contains("--check");
  }
}
