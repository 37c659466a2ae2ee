package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.sluice.engine.request.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines to requests. */
class ArgumentsTest {

  @TempDir private Path directory = Path.of("");

  private Request request(String... arguments) {
    Desk.Result result = new Desk(directory).run(arguments);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.request();
  }

  @Test
  void checkTakesEveryOption() {
    Request request =
        request(
            "check",
            "a.yml",
            "folder",
            "--connection",
            "jdbc:duckdb:x.db",
            "-e",
            "id is unique",
            "--expect",
            "-amount < 0",
            "--table",
            "a=in/*.csv",
            "--set",
            "day=2026-01-31",
            "--set=note=a=b, c",
            "--now",
            "2026-01-31T06:00:00+02:00",
            "--only",
            "crm",
            "--only",
            "name",
            "--config",
            "other.yml",
            "--fail-on",
            "warn",
            "--timeout",
            "90s");

    assertThat(request.command()).isEqualTo(Request.Command.CHECK);
    assertThat(request.targets()).containsExactly("a.yml", "folder");
    assertThat(request.connection()).contains("jdbc:duckdb:x.db");
    assertThat(request.expect()).containsExactly("id is unique", "-amount < 0");
    assertThat(request.tables()).containsExactly(entry("a", "in/*.csv"));
    assertThat(request.settings())
        .containsOnly(entry("day", "2026-01-31"), entry("note", "a=b, c"));
    assertThat(request.now()).contains(Instant.parse("2026-01-31T04:00:00Z"));
    assertThat(request.only()).containsExactly("crm", "name");
    assertThat(request.config()).contains(Path.of("other.yml"));
    assertThat(request.failOnWarn()).isTrue();
    assertThat(request.timeout()).contains(Duration.ofSeconds(90));
    assertThat(request.directory()).isEqualTo(directory);
  }

  @Test
  void gateTakesItsOwnOptions() {
    Request request = request("gate", "b.yml", "a.yml", "--dry-run", "--keep-going");

    assertThat(request.command()).isEqualTo(Request.Command.GATE);
    assertThat(request.targets()).containsExactly("b.yml", "a.yml");
    assertThat(request.dryRun()).isTrue();
    assertThat(request.keepGoing()).isTrue();
    assertThat(request.failOnWarn()).isFalse();
    assertThat(request.connection()).isEmpty();
    assertThat(request.now()).isEmpty();
    assertThat(request.timeout()).isEmpty();
  }

  @Test
  void replayTakesLines() {
    Request request =
        request(
            "replay", "a.yml", "--line", "id is unique", "--line=b", "--dry-run", "--set", "x=1");

    assertThat(request.command()).isEqualTo(Request.Command.REPLAY);
    assertThat(request.targets()).containsExactly("a.yml");
    assertThat(request.lines()).containsExactly("id is unique", "b");
    assertThat(request.settings()).containsOnly(entry("x", "1"));
    assertThat(request.dryRun()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"90d, 90", "12 weeks, 84", "48h, 2", "1 day, 1"})
  void purgeTakesAnAge(String age, int days) {
    Request request = request("purge", "a.yml", "--older", age);

    assertThat(request.command()).isEqualTo(Request.Command.PURGE);
    assertThat(request.older()).contains(Duration.ofDays(days));
    assertThat(request.dryRun()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "soon", "-1d", "1.5d", "999999999999d"})
  void whatIsNoAgeIsRefused(String age) {
    Desk.Result result = new Desk(directory).run("purge", "a.yml", "--older=" + age);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.asked()).isEmpty();
    assertThat(result.err()).contains("error[E0002]: `" + age + "` is not an age");
  }

  @Test
  void anAgeIsAboveZero() {
    Desk.Result result = new Desk(directory).run("purge", "a.yml", "--older=0d");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.asked()).isEmpty();
    assertThat(result.err()).contains("error[E0002]: `0d` is not above zero");
  }

  @Test
  void explainAndLint() {
    assertThat(request("explain", "a.yml").command()).isEqualTo(Request.Command.EXPLAIN);
    assertThat(request("lint", "--offline", "a.yml", "b").targets()).containsExactly("a.yml", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "@arguments.txt",
        "-amount > 3",
        "--quiet is null",
        "- a < b",
        "'$HOME' != \"x\"",
        "a = '${sys:user.home}'",
        "\"quoted\"",
        "name like '%\\_%' escape '\\'",
        "x != 'a,b'",
        "x = 'é漢👩‍🚀'"
      })
  void linesArriveUntouched(String line) {
    assertThat(request("check", "t", "-e", line).expect()).containsExactly(line);
    assertThat(request("check", "t", "--expect=" + line).expect()).containsExactly(line);
  }

  @Test
  void targetsArriveUntouched() {
    assertThat(request("check", "@file.csv", "in/*.csv", "--", "--odd", "-x").targets())
        .isEqualTo(List.of("@file.csv", "in/*.csv", "--odd", "-x"));
  }

  @Test
  void theEnvironmentIsHandedOver() {
    Desk.Result result =
        new Desk(directory).withTerminal(Map.of("PGUSER", "bob")).run("check", "a.yml");

    assertThat(result.request().environment()).containsEntry("PGUSER", "bob");
  }

  @ParameterizedTest
  @CsvSource({
    "90s, PT1M30S",
    "10m, PT10M",
    "2h, PT2H",
    "1d, PT24H",
    "250ms, PT0.25S",
    "1.5h, PT1H30M",
    "10 minutes, PT10M",
    "1 second, PT1S",
  })
  void timesAreRead(String text, Duration time) {
    assertThat(ArgumentValues.time(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "m", "0s", "-1m", "1 week", "10M", "1e3s", "99999999d", "1.m", "٣s"})
  void otherTimesAreNot(String text) {
    assertThat(ArgumentValues.time(text)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "2026-01-31", "2026-01-31T06:00:00", "2026-02-30T06:00:00Z"})
  void instantsNeedDateTimeAndZone(String text) {
    assertThat(ArgumentValues.instant(text)).isEqualTo(Optional.empty());
  }
}
