package dev.sluice.connectors.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call by which a gate makes something happen in the database fails, in every shape and with
 * every policy, each call in one of the ways in which it can. The profile `faults` tries them all.
 */
final class FaultSweepTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = "DUCKDB")
  void whicheverCallFailsTheGateKeepsItsPromises(Ground.Kind kind) throws InterruptedException {
    Campaign campaign = new Campaign(kind, folder);
    Shape[] shapes = Shape.values();
    for (Shape shape : shapes) {
      campaign.add(
          shape,
          Line.MIXED,
          Calls.Reach.STATEMENTS,
          Choices.fromTheFirstTransaction(Choices.inTurn(shape.ordinal())));
    }
    for (Line line : Line.values()) {
      if (line != Line.MIXED) {
        // each policy in one shape, so that all shapes get some
        campaign.add(
            shapes[1 + line.ordinal() % (shapes.length - 1)],
            line,
            Calls.Reach.STATEMENTS,
            Choices.fromTheFirstTransaction(Choices.inTurn(line.ordinal())));
      }
    }
    assertThat(campaign.run()).isEmpty();
  }
}
