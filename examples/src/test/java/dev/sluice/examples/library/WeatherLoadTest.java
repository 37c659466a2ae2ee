package dev.sluice.examples.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.Verdict;
import dev.sluice.examples.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java API: a load as a step, and within the caller's transaction. */
final class WeatherLoadTest {

  private static final String DATABASE = "examples/library/weather.db";

  @TempDir private Path folder;

  @Test
  void yearsArePublishedAndTheYearWithoutDrizzleIsTakenBack() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    WeatherLoad load = new WeatherLoad(sandbox.root().resolve("examples/library"));

    assertThat(load.asStep(2012).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(load.asStep(2013).outcome()).isEqualTo(Outcome.PUBLISHED);
    Report refused = load.asStep(2014);

    assertThat(refused.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.suites().get(0).expectations())
        .filteredOn(each -> each.verdict() == Verdict.ROLLED_BACK)
        .extracting(each -> each.id())
        .containsExactly("drizzle");
    assertThat(years(sandbox)).containsExactly("2012 366 31", "2013 365 15");
    assertThat(ledger(sandbox))
        .containsExactly("2012 published", "2013 published", "2014 rolled_back");
  }

  @Test
  void aLoadWithinTheCallersTransactionIsItsToCommit() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    WeatherLoad load = new WeatherLoad(sandbox.root().resolve("examples/library"));

    assertThat(load.withinTransaction(2013).outcome()).isEqualTo(Outcome.STAGED);
    assertThat(load.withinTransaction(2014).outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(load.withinTransaction(2015).outcome()).isEqualTo(Outcome.STAGED);

    assertThat(years(sandbox)).containsExactly("2013 365 15", "2015 365 7");
  }

  @Test
  void rainIsWarnedOf() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    WeatherLoad load = new WeatherLoad(sandbox.root().resolve("examples/library"));

    Report report = load.asStep(2012);

    assertThat(report.suites().get(0).expectations())
        .filteredOn(each -> each.id().equals("rain_is_wet"))
        .extracting(each -> each.verdict() + " " + each.violations() + " of " + each.judged())
        .containsExactly("WARNED 35 of 191");
  }

  private static List<String> years(Sandbox sandbox) {
    return sandbox.rows(
        DATABASE,
        "select year(date), count(*), count(*) filter (weather = 'drizzle') from weather"
            + " group by all order by all");
  }

  private static List<String> ledger(Sandbox sandbox) {
    return sandbox.rows(DATABASE, "select batch, state from sluice_ledger order by batch");
  }
}
