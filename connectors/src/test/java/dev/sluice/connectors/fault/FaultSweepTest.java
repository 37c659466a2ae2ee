package dev.sluice.connectors.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call by which a gate makes something happen in the database fails, with every policy and in
 * every shape, each call in one of the ways in which it can. The profile `faults` tries every way
 * in every pair of them.
 */
final class FaultSweepTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = "DUCKDB")
  void whicheverCallFailsTheGateKeepsItsPromises(Ground.Kind kind) throws InterruptedException {
    Campaign campaign = new Campaign(kind, folder);
    Shape[] shapes = Shape.values();
    for (Line line : Line.values()) {
      // each policy in one shape, so that every shape has one
      campaign.add(
          shapes[line.ordinal() % shapes.length],
          line,
          Calls.Reach.STATEMENTS,
          Choices.fromTheFirstTransaction(Choices.inTurn(line.ordinal())));
    }
    assertThat(campaign.run()).isEmpty();
  }
}
