package dev.sluice.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.Terminal;
import dev.sluice.examples.Programs;
import dev.sluice.examples.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The months of `examples/flights`, one after the other: what each leaves behind. */
final class FlightsTest {

  private static final String DATABASE = "examples/flights/flights.db";
  private static final List<String> MONTHS = List.of("01", "02", "03", "04", "05", "06");

  @TempDir private Path folder;

  @Test
  void sixMonthsArePublishedAndTheSeventhIsTakenBack() {
    Sandbox sandbox = Sandbox.in(folder);

    for (String month : MONTHS) {
      Terminal.Screen screen = gate(sandbox, month);
      assertThat(screen.exitCode()).as(screen.text()).isZero();
      assertThat(screen.text().contains("! warned   hour_late:"))
          .as("only June is warned of: " + screen.text())
          .isEqualTo(month.equals("06"));
    }
    List<String> june = sandbox.rows(DATABASE, "select * from flights order by all");
    Terminal.Screen july = gate(sandbox, "07");

    assertThat(july.exitCode()).as(july.text()).isEqualTo(4);
    assertThat(sandbox.rows(DATABASE, "select * from flights order by all")).isEqualTo(june);
    assertThat(ledger(sandbox))
        .containsExactly(
            "2001-01-01 published 12739 86 0",
            "2001-02-01 published 11496 45 0",
            "2001-03-01 published 12822 47 0",
            "2001-04-01 published 12554 52 0",
            "2001-05-01 published 13000 48 0",
            "2001-06-01 published 12592 55 0",
            "2001-07-01 rolled_back 0 0 0");
    assertThat(
            sandbox.rows(
                DATABASE,
                "select count(*), min(delay), max(delay), max(date) < date '2001-07-01'"
                    + " from flights"))
        .containsExactly("75203 -59 1042 true");
    assertThat(
            sandbox.rows(
                DATABASE,
                "select sluice_reasons, count(*), min(delay), max(delay) from flights_quarantine"
                    + " group by all order by all"))
        .containsExactly("[\"believable\"] 142 -1116 -61", "[\"not_twice\"] 191 -32 104");
  }

  @Test
  void aNightFlightsDelayIsCountedFromTheRightDay() {
    Sandbox sandbox = Sandbox.in(folder);

    Terminal.Screen screen = gate(sandbox, "02");

    assertThat(screen.text())
        .contains("18 of 172 rows violate it (10.5 %); `delay` defaulted in 18 rows");
    assertThat(
            sandbox.rows(
                DATABASE,
                "select count(*), min(delay), max(delay) from flights where origin = 'PHX'"
                    + " and destination = 'DTW' and hour(date) in (23, 0)"
                    + " and minute(date) not between 1 and 54"))
        .containsExactly("18 -37 7");
  }

  @Test
  void aMonthIsPublishedOnce() {
    Sandbox sandbox = Sandbox.in(folder);
    gate(sandbox, "05");

    Terminal.Screen again = gate(sandbox, "05");

    assertThat(again.exitCode()).as(again.text()).isZero();
    assertThat(again.text()).contains("already published");
    assertThat(sandbox.rows(DATABASE, "select count(*) from flights")).containsExactly("13000");
    assertThat(sandbox.rows(DATABASE, "select count(*) from flights_quarantine"))
        .containsExactly("48");
    assertThat(ledger(sandbox)).containsExactly("2001-05-01 published 13000 48 0");
  }

  @Test
  void theScriptRunsAllMonthsAndCounts() {
    Sandbox sandbox = Sandbox.in(folder);

    Terminal.Screen screen = Programs.script(sandbox, "examples/flights/run", "--quiet");

    assertThat(screen.exitCode()).as(screen.text()).isZero();
    assertThat(screen.text())
        .contains("published: row_count = 75203", "row_count of flights_quarantine is 333");
    assertThat(ledger(sandbox)).hasSize(7);
  }

  private static Terminal.Screen gate(Sandbox sandbox, String month) {
    return sandbox.sluice(
        "gate", "examples/flights/flights.yml", "--set", "month=2001-" + month + "-01");
  }

  private static List<String> ledger(Sandbox sandbox) {
    return sandbox.rows(
        DATABASE,
        "select batch, state, published, quarantined, dropped from sluice_ledger order by batch");
  }
}
