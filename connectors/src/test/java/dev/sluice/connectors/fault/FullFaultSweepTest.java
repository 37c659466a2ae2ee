package dev.sluice.connectors.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call, in every shape, with every policy. {@code -Dfaults.ways=every} tries every way in
 * which a call can fail; else each is tried in one, another for the next, and all of them where the
 * policies are mixed. {@code -Dfaults.sites=H2,SQLITE} narrows the databases.
 */
@Tag("faults")
final class FullFaultSweepTest {

  private static final boolean EVERY = "every".equals(System.getProperty("faults.ways"));

  @TempDir private Path folder;

  private Campaign campaign(Site site) {
    site.assumeChosen();
    return new Campaign(site, folder);
  }

  @ParameterizedTest
  @EnumSource
  void whicheverCallFailsWithAPolicyTheGateKeepsItsPromises(Site site) throws InterruptedException {
    Campaign campaign = campaign(site);
    int number = 0;
    for (Shape shape : Shape.values()) {
      for (Line line : Line.values()) {
        number++;
        if (line != Line.MIXED) {
          Sweep.Choice choice = EVERY ? Choices.every() : Choices.inTurn(number);
          campaign.add(
              shape, line, Calls.Reach.STATEMENTS, Choices.fromTheFirstTransaction(choice));
        }
      }
    }
    assertThat(campaign.run()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void howeverACallFailsTheGateKeepsItsPromises(Site site) throws InterruptedException {
    Campaign campaign = campaign(site);
    for (Shape shape : Shape.values()) {
      campaign.add(shape, Line.MIXED, Calls.Reach.STATEMENTS, Choices.every());
    }
    assertThat(campaign.run()).isEmpty();
  }

  /** Those calls too that only read what the driver has fetched, or tell it something. */
  @ParameterizedTest
  @EnumSource
  void whicheverCallOfTheDriverFails(Site site) throws InterruptedException {
    Campaign campaign = campaign(site);
    campaign.add(Shape.APPEND, Line.MIXED, Calls.Reach.ALL, Choices.passing());
    campaign.add(Shape.LOAD, Line.QUARANTINE, Calls.Reach.ALL, Choices.passing());
    assertThat(campaign.run()).isEmpty();
  }
}
