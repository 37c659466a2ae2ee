package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.run.DatabaseFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run leaves: streams, files, exit code. */
class OutputTest {

  private static final Diagnostic MISTAKE =
      Diagnostic.error(
          Code.E0401,
          "no column `ammount`",
          new SourceFile("orders.yml", "table: o\nexpect: [ammount > 0]\n"),
          new Span(18, 25));

  @TempDir private Path directory = Path.of("");

  private Desk desk() {
    return new Desk(directory);
  }

  private static Report invalid() {
    return new Report(
        "run-1",
        Instant.parse("2026-01-31T06:00:00Z"),
        1,
        Outcome.INVALID,
        2,
        List.of(),
        List.of(MISTAKE));
  }

  @ParameterizedTest
  @EnumSource
  void theExitCodeIsTheReports(Outcome outcome) {
    Desk.Result result = desk().answering(request -> Desk.report(outcome)).run("check", "a.yml");

    assertThat(result.exitCode()).isEqualTo(outcome.exitCode());
  }

  @Test
  void diagnosticsAreTextOnStandardErrorWhateverTheFormat() throws IOException {
    for (String format : List.of("text", "json", "junit")) {
      Desk.Result result =
          desk()
              .answering(request -> invalid())
              .run("lint", "orders.yml", "--format", format, "--offline");

      assertThat(result.err())
          .isEqualTo(
              """
              error[E0401]: no column `ammount`
                --> orders.yml:2:10
                 |
               2 | expect: [ammount > 0]
                 |          ^^^^^^^

              """);
      assertThat(result.exitCode()).isEqualTo(2);
    }
    String json =
        desk().answering(request -> invalid()).run("lint", "orders.yml", "--format=json").out();
    assertThat(new ObjectMapper().readTree(json).at("/diagnostics/0/code").asText())
        .isEqualTo("E0401");
  }

  @Test
  void reportsAreSavedInTheFormOfTheirEndings() throws IOException {
    Files.writeString(directory.resolve("b.XML"), "");

    Desk.Result result =
        desk()
            .answering(request -> invalid())
            .run("check", "x", "--save", "a.json", "--save=b.XML", "--save", "c.txt");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(directory.resolve("a.json")).content().startsWith("{\n  \"version\": 1");
    assertThat(directory.resolve("b.XML")).content().startsWith("<?xml").contains("E0401");
    assertThat(directory.resolve("c.txt"))
        .content()
        .startsWith("error[E0401]")
        .endsWith("INVALID  1 error, nothing was run, exit code 2\n");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void aReportReplacesAReportAndNothingElse() throws IOException {
    for (String name : List.of("a.json", "a.xml", "a.txt")) {
      for (int run = 0; run < 2; run++) {
        assertThat(desk().run("check", "x", "--save", name).exitCode()).isZero();
      }
      String other = "other." + name;
      for (String text : List.of("old", "{\"version\": 1}", "<testsuites name=\"mine\"/>")) {
        Files.writeString(directory.resolve(other), text);
        Desk.Result result = desk().run("check", "x", "--save", other);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("is there, and is no report of an earlier run");
        assertThat(directory.resolve(other)).content().isEqualTo(text);
      }
    }
  }

  @Test
  void aNewReportIsItsOwnersAlone() throws IOException {
    Path kept = Files.createFile(directory.resolve("kept.json"));
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-r--r--"));
    desk().run("check", "x", "--save", "kept.json", "--save", "new.json");
    assertThat(permissions("kept.json")).isEqualTo("rw-r--r--");
    assertThat(permissions("new.json")).isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSize(2);
    }
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
  }

  @Test
  void aReportThatCannotBeSavedChangesNoOutcome() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("reports"));

    Desk.Result result =
        desk()
            .answering(
                request -> {
                  remove(folder);
                  return Desk.report(Outcome.PASSED);
                })
            .run("check", "x", "--save", "reports/a.json");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .startsWith("warning: the report could not be saved to `reports/a.json`");
  }

  private static void remove(Path folder) {
    try {
      Files.delete(folder);
    } catch (IOException left) {
      throw new java.io.UncheckedIOException(left);
    }
  }

  @Test
  void aFaultIsAnErrorAndNeverAPass() {
    Desk.Result result =
        desk()
            .answering(
                request -> {
                  throw new IllegalStateException("password=hunter2 \u001b[31m");
                })
            .run("check", "x", "--format", "json");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).contains("\"outcome\": \"error\"");
    assertThat(result.err())
        .contains("a fault in sluice itself", "password=***", "`--verbose` shows where")
        .doesNotContain("\tat ", "hunter2", "\u001b");
  }

  @Test
  void aStackTraceIsForVerboseAlone() {
    Desk desk =
        desk()
            .answering(
                request -> {
                  throw new StackOverflowError();
                });

    assertThat(desk.run("check", "x").err()).doesNotContain("\tat ");
    assertThat(desk.run("check", "x", "--verbose").err()).contains("\tat ");
  }

  @Test
  void lintTellsWhichDatabasesWereNotAsked() {
    Desk.Result result = desk().run("lint", "a.yml");

    assertThat(result.err()).isEqualTo("note: asked a database\n");
    assertThat(result.out()).isEqualTo("passed  nothing wrong found\n");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void explainPrintsThePlan() {
    Desk.Result result = desk().run("explain", "x");

    assertThat(result.out()).isEqualTo("the plan of run-1\n");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void explainTellsWhatIsWrong() {
    Desk.Result wrong =
        desk()
            .answering(
                request -> {
                  throw new InvalidInput(MISTAKE);
                })
            .run("explain", "x");
    Desk.Result refused =
        desk()
            .answering(
                request -> {
                  throw new DatabaseFailure("database", "connection refused");
                })
            .run("explain", "x");

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).startsWith("error[E0401]");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).isEqualTo("error[database]: connection refused\n");
  }

  @Test
  void quietTellsNothingOfWhatIsMet() {
    Desk.Result result = desk().run("check", "x", "--quiet");

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    assertThat(desk().run("check", "x").out()).doesNotContain("\u001b");
    assertThat(desk().withTerminal(Map.of()).run("check", "x").out()).contains("\u001b[");
    assertThat(desk().withTerminal(Map.of()).run("check", "x", "--no-color").out())
        .doesNotContain("\u001b");
    assertThat(desk().withTerminal(Map.of("NO_COLOR", "1")).run("check", "x").out())
        .doesNotContain("\u001b");
    assertThat(desk().withTerminal(Map.of("TERM", "dumb")).run("check", "x").out())
        .doesNotContain("\u001b");
  }

  @Test
  void helpAndVersionAreNoErrors() {
    for (String command : List.of("check", "gate", "explain", "lint", "suggest")) {
      Desk.Result help = desk().run(command, "--help");

      assertThat(help.exitCode()).isZero();
      assertThat(help.out()).contains("Usage: sluice " + command + " ", "--connection");
      assertThat(desk().run("help", command).out()).isEqualTo(help.out());
      assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
    }
    assertThat(desk().run("--help").out()).contains("Exit codes:", "130");
    Desk.Result version = desk().run("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).matches("sluice \\d+\\.\\d+.*\n");
  }
}
