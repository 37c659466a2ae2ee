package dev.sluice.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.Terminal;
import dev.sluice.examples.Programs;
import dev.sluice.examples.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The months of `examples/flights`: what each leaves behind. */
final class FlightsTest {

  private static final String DATABASE = "examples/flights/flights.db";
  private static final String BATCH = ", batch ";

  @TempDir private Path folder;

  @Test
  void theScriptPublishesSixMonthsAndTakesTheSeventhBack() {
    Sandbox sandbox = Sandbox.in(folder);

    Terminal.Screen screen = Programs.script(sandbox, "examples/flights/run", "--quiet");

    assertThat(screen.exitCode()).as(screen.text()).isZero();
    assertThat(monthsWarnedOf(screen)).containsExactly("2001-06-01", "2001-07-01");
    assertThat(screen.text())
        .contains("published: row_count = 75203", "row_count of flights_quarantine is 333");
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
                DATABASE, "select month(date), count(*) from flights group by all order by all"))
        .containsExactly("1 12739", "2 11496", "3 12822", "4 12554", "5 13000", "6 12592");
    assertThat(sandbox.rows(DATABASE, "select min(delay), max(delay) from flights"))
        .containsExactly("-59 1042");
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

  private static Terminal.Screen gate(Sandbox sandbox, String month) {
    return sandbox.sluice(
        "gate", "examples/flights/flights.yml", "--set", "month=2001-" + month + "-01");
  }

  /** Batches on whose screen the line `hour_late` is warned of. */
  private static List<String> monthsWarnedOf(Terminal.Screen screen) {
    List<String> warned = new ArrayList<>();
    String batch = "";
    for (String line : screen.text().lines().toList()) {
      int at = line.indexOf(BATCH);
      if (at >= 0) {
        batch = line.substring(at + BATCH.length());
      } else if (line.matches(" +! warned +hour_late: .*")) {
        warned.add(batch);
      }
    }
    return warned;
  }

  private static List<String> ledger(Sandbox sandbox) {
    return sandbox.rows(
        DATABASE,
        "select batch, state, published, quarantined, dropped from sluice_ledger order by batch");
  }
}
