package dev.sluice.connectors.postgresql;

import dev.sluice.connectors.contract.FunctionContractTest;
import dev.sluice.engine.connector.Connector;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class PostgresContractTest extends FunctionContractTest {

  EmbeddedPostgresServer server() {
    return EmbeddedPostgresServer.newest();
  }

  @Override
  protected Connector connector() {
    return new PostgresConnector();
  }

  @Override
  protected String newDatabase() throws SQLException {
    return server().newDatabase();
  }

  @Override
  protected Optional<String> user() {
    return Optional.of(EmbeddedPostgresServer.USER);
  }

  @Override
  protected boolean sharesSnapshots() {
    return true;
  }

  @Override
  protected List<String> typeDefinitions() {
    return List.of(
        "CREATE TYPE mood AS ENUM ('sad', 'happy')",
        "CREATE DOMAIN price AS NUMERIC(12, 2) CHECK (VALUE >= 0)",
        "CREATE DOMAIN low_price AS price CHECK (VALUE < 10)",
        "CREATE DOMAIN state_of_mind AS mood",
        "CREATE TYPE point_in_space AS (x INTEGER, y INTEGER)");
  }

  @Override
  protected Map<String, String> types() {
    return Map.ofEntries(
        Map.entry("TEXT", "text"),
        Map.entry("VARCHAR(20)", "text"),
        Map.entry("CHAR(3)", "text"),
        Map.entry("NAME", "text"),
        Map.entry("mood", "text"),
        Map.entry("state_of_mind", "text"),
        Map.entry("BOOLEAN", "boolean"),
        Map.entry("SMALLINT", "integer"),
        Map.entry("INTEGER", "integer"),
        Map.entry("BIGINT", "integer"),
        Map.entry("BIGSERIAL", "integer"),
        Map.entry("NUMERIC", "decimal"),
        Map.entry("NUMERIC(10, 2)", "decimal(10, 2)"),
        Map.entry("NUMERIC(5)", "decimal(5, 0)"),
        Map.entry("price", "decimal(12, 2)"),
        Map.entry("low_price", "decimal(12, 2)"),
        Map.entry("REAL", "double"),
        Map.entry("DOUBLE PRECISION", "double"),
        Map.entry("MONEY", "other(money)"),
        Map.entry("DATE", "date"),
        Map.entry("TIME", "time"),
        Map.entry("TIMETZ", "other(time with time zone)"),
        Map.entry("TIMESTAMP", "timestamp"),
        Map.entry("TIMESTAMP(3)", "timestamp"),
        Map.entry("TIMESTAMPTZ", "timestamptz"),
        Map.entry("INTERVAL", "other(interval)"),
        Map.entry("UUID", "uuid"),
        Map.entry("JSON", "json"),
        Map.entry("JSONB", "json"),
        Map.entry("XML", "other(xml)"),
        Map.entry("BYTEA", "binary"),
        Map.entry("INET", "other(inet)"),
        Map.entry("INTEGER[]", "other(integer[])"),
        Map.entry("INT4RANGE", "other(int4range)"),
        Map.entry("point_in_space", "other(point_in_space)"));
  }
}
