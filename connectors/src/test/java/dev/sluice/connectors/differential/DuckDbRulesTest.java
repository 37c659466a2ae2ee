package dev.sluice.connectors.differential;

import dev.sluice.connectors.duckdb.DuckDbConnector;
import dev.sluice.engine.connector.Connector;

class DuckDbRulesTest extends RulesTest {

  @Override
  protected Connector connector() {
    return new DuckDbConnector();
  }

  @Override
  protected String newDatabase() {
    return "jdbc:duckdb:";
  }
}
