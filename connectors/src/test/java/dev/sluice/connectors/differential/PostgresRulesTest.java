package dev.sluice.connectors.differential;

import dev.sluice.connectors.postgresql.EmbeddedPostgresServer;
import dev.sluice.connectors.postgresql.PostgresConnector;
import dev.sluice.engine.connector.Connector;
import java.sql.SQLException;
import java.util.Optional;

class PostgresRulesTest extends RulesTest {

  @Override
  protected Connector connector() {
    return new PostgresConnector();
  }

  @Override
  protected String newDatabase() throws SQLException {
    return EmbeddedPostgresServer.newest().newDatabase();
  }

  @Override
  protected Optional<String> user() {
    return Optional.of(EmbeddedPostgresServer.USER);
  }
}
