package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong command lines: nothing is run, exit code 2, and what to write instead. */
class WrongArgumentsTest {

  @TempDir private Path directory = Path.of("");

  private Desk.Result refused(List<String> arguments) {
    Desk.Result result = new Desk(directory).run(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.asked()).isEmpty();
    return result;
  }

  @ParameterizedTest
  @MethodSource
  void toldWithCarets(String line, String message, String underlined, String help) {
    Desk.Result result = refused(List.of(line.split(" ")));

    List<String> told = result.err().lines().toList();
    assertThat(told.get(0)).isEqualTo("error[E0002]: " + message);
    String carets = told.get(4);
    String source = told.get(3);
    int from = carets.indexOf('^');
    assertThat(source.substring(from, carets.lastIndexOf('^') + 1)).isEqualTo(underlined);
    assertThat(told.subList(5, told.size() - 1))
        .containsExactlyElementsOf(help.isEmpty() ? List.of() : List.of("   = help: " + help));
    assertThat(result.out()).isEqualTo("INVALID  1 error, nothing was run, exit code 2\n");
  }

  static Stream<Arguments> toldWithCarets() {
    return Stream.of(
        arguments(
            "check a.yml --conection x",
            "unknown option `--conection`",
            "--conection",
            "did you mean `--connection`?"),
        arguments(
            "gate a.yml --dryrun=1",
            "unknown option `--dryrun`",
            "--dryrun=1",
            "did you mean `--dry-run`?"),
        arguments(
            "gate a.yml --only x",
            "unknown option `--only`",
            "--only",
            "`sluice gate --help` shows what there is"),
        arguments(
            "--quiet check a.yml",
            "unknown option `--quiet`",
            "--quiet",
            "options stand behind the command, as in `sluice check orders.yml --quiet`"),
        arguments("chek a.yml", "`chek` is not a command", "chek", "did you mean `check`?"),
        arguments(
            "orders.yml",
            "`orders.yml` is not a command",
            "orders.yml",
            "write `sluice check orders.yml`"),
        arguments(
            "profile",
            "`profile` is not a command",
            "profile",
            "`sluice --help` shows what there is"),
        arguments(
            "check",
            "`sluice check` needs a TARGET",
            "check",
            "a suite, a folder of suites, a data file (csv, parquet, json), or a table"),
        arguments(
            "gate --dry-run",
            "`sluice gate` needs a SUITE",
            "gate",
            "a suite, or a folder of suites"),
        arguments(
            "explain a.yml b.yml",
            "`b.yml` is one argument too many",
            "b.yml",
            "`sluice explain --help` shows what there is"),
        arguments(
            "check a.yml --now", "`--now` needs a value", "--now", "write it as `--now=INSTANT`"),
        arguments("check a.yml -e -e", "`-e` needs a value", "-e", "write it as `-e=LINE`"),
        arguments(
            "check a.yml --now 2026-01-31T06:00:00Z --now 2026-01-31T06:00:00Z",
            "`--now` is given twice",
            "--now",
            "keep one of the two"),
        arguments(
            "check a.yml --now today",
            "`today` is not an instant",
            "today",
            "write date, time and zone, as in `2026-01-31T06:00:00Z`"),
        arguments(
            "check a.yml --timeout=10",
            "`10` is not a time limit",
            "--timeout=10",
            "write a number and a unit, as in `90s`, `10m` or `2h`"),
        arguments(
            "check a.yml --jobs many",
            "`many` is not a number of jobs",
            "many",
            "write a whole number from 1 to 64"),
        arguments(
            "check a.yml --jobs 0",
            "`0` is not a number of jobs",
            "0",
            "write a whole number from 1 to 64"),
        arguments(
            "check a.yml --format jso",
            "`--format` cannot be `jso`",
            "jso",
            "did you mean `json`?"),
        arguments(
            "check a.yml --format html",
            "`--format` cannot be `html`",
            "html",
            "write `text`, `json` or `junit`"),
        arguments(
            "check a.yml --fail-on error",
            "`--fail-on` cannot be `error`",
            "error",
            "write `warn`"),
        arguments(
            "check a.yml --set day",
            "`--set` takes name=value",
            "day",
            "write it as in `--set load_date=2026-01-31`"),
        arguments(
            "check a.yml --set day=1 --set day=2",
            "`day` is given twice",
            "day=2",
            "keep one of the two"),
        arguments(
            "check a.yml --table =a.csv",
            "`--table` takes NAME=FILE",
            "=a.csv",
            "write it as in `--table orders=orders.csv`"),
        arguments(
            "check a.yml --save report.html",
            "`report.html` does not say in which form to save the report",
            "report.html",
            "end its name with `.json`, `.xml` or `.txt`"),
        arguments(
            "check a.yml --save nowhere/report.json",
            "the folder of `nowhere/report.json` does not exist",
            "nowhere/report.json",
            "make it first"),
        arguments(
            "check a.yml --quiet --verbose",
            "`--quiet` and `--verbose` do not go together",
            "--quiet",
            "drop one"));
  }

  @Test
  void everyMistakeIsToldInOneRun() {
    Desk.Result result =
        refused(List.of("check", "a.yml", "--now", "x", "--timeout", "y", "--save", "z"));

    assertThat(result.err()).contains("`x` is not", "`y` is not", "`z` does not");
    assertThat(result.out()).startsWith("INVALID  3 errors");
  }

  @Test
  void aReaderOfJsonFindsJson() {
    Desk.Result result = refused(List.of("check", "a.yml", "--nwo", "--format", "json"));

    assertThat(result.out())
        .startsWith("{")
        .contains("\"outcome\": \"invalid\"", "\"exit_code\": 2", "unknown option `--nwo`");
    assertThat(result.err()).contains("did you mean `--now`?");
  }

  @Test
  void passwordsAreMasked() {
    Desk.Result result =
        refused(List.of("check", "--connection", "jdbc:postgresql://h/d?password=hunter2", "-x"));

    assertThat(result.err() + result.out()).contains("password=***").doesNotContain("hunter2");
  }

  @Test
  void aReportIsNotSavedOverItsInput() throws IOException {
    Files.writeString(directory.resolve("data.json"), "{}");

    Desk.Result result = refused(List.of("check", "data.json", "--save", "./data.json"));

    assertThat(result.err()).contains("`./data.json` is read by this run");
  }

  @Test
  void noCommandIsNotAPass() {
    Desk.Result result = refused(List.of());

    assertThat(result.err()).contains("Commands:", "check", "gate", "explain", "lint");
    assertThat(result.out()).isEmpty();
  }
}
