package dev.sluice.connectors.differential;

import dev.sluice.connectors.h2.H2Connector;
import dev.sluice.engine.connector.Connector;
import org.junit.jupiter.api.Tag;

@Tag("faults")
class H2RulesTest extends RulesTest {

  @Override
  protected Connector connector() {
    return new H2Connector();
  }

  @Override
  protected String newDatabase() {
    return "jdbc:h2:mem:rules";
  }
}
