package dev.sluice.connectors.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call by which a gate makes something happen in the database fails: each policy in one of
 * the shapes, each call in one of the ways in which it can. The profile `faults` tries every policy
 * in every shape, see {@link FullFaultSweepTest}.
 */
final class FaultSweepTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "SQLITE", "H2"})
  void whicheverCallFailsTheGateKeepsItsPromises(Site site) throws InterruptedException {
    Campaign campaign = new Campaign(site, folder);
    List<Shape> shapes = List.of(Shape.values());
    int number = 0;
    for (Line line : Line.values()) {
      // each policy in one shape, so that every shape has one
      campaign.add(
          shapes.get(number % shapes.size()),
          line,
          Calls.Reach.STATEMENTS,
          Choices.fromTheFirstTransaction(Choices.inTurn(number)));
      number++;
    }
    assertThat(campaign.run()).isEmpty();
  }
}
