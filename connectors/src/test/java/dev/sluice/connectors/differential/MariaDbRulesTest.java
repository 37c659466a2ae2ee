package dev.sluice.connectors.differential;

import dev.sluice.connectors.mariadb.EmbeddedMariaDbServer;
import dev.sluice.connectors.mariadb.MariaDbConnector;
import dev.sluice.engine.connector.Connector;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

@Tag("faults")
class MariaDbRulesTest extends RulesTest {

  @Override
  protected Connector connector() {
    return new MariaDbConnector();
  }

  @Override
  protected String newDatabase() throws SQLException {
    return EmbeddedMariaDbServer.get().newDatabase();
  }

  @Override
  protected boolean holds(double number) {
    return Double.isFinite(number);
  }

  @Override
  protected Optional<String> user() {
    return Optional.of(EmbeddedMariaDbServer.USER);
  }
}
