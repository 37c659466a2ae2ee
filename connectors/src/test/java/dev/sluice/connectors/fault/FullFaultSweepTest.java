package dev.sluice.connectors.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every call, in every shape, with every policy, in every way in which it can fail. */
@Tag("faults")
final class FullFaultSweepTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whicheverCallFailsTheGateKeepsItsPromises(Site site) throws InterruptedException {
    Campaign campaign = new Campaign(site, folder);
    for (Shape shape : Shape.values()) {
      for (Line line : Line.values()) {
        campaign.add(
            shape,
            line,
            Calls.Reach.STATEMENTS,
            line == Line.MIXED
                ? Choices.every()
                : Choices.fromTheFirstTransaction(Choices.every()));
      }
    }
    assertThat(campaign.run()).isEmpty();
  }

  /** Those calls too that only read what the driver has fetched, or tell it something. */
  @ParameterizedTest
  @EnumSource
  void whicheverCallOfTheDriverFails(Site site) throws InterruptedException {
    Campaign campaign = new Campaign(site, folder);
    campaign.add(Shape.APPEND, Line.MIXED, Calls.Reach.ALL, Choices.passing());
    campaign.add(Shape.LOAD, Line.QUARANTINE, Calls.Reach.ALL, Choices.passing());
    assertThat(campaign.run()).isEmpty();
  }
}
