package dev.sluice.connectors.duckdb;

import dev.sluice.connectors.contract.FunctionContractTest;
import dev.sluice.engine.connector.Connector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class DuckDbContractTest extends FunctionContractTest {

  private final Path folder;

  DuckDbContractTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  protected Connector connector() {
    return new DuckDbConnector();
  }

  @Override
  protected boolean hasCaseTwins() {
    return false;
  }

  @Override
  protected String newDatabase() {
    return "jdbc:duckdb:" + folder.resolve("contract.db");
  }

  @Override
  protected List<String> typeDefinitions() {
    return List.of("CREATE TYPE mood AS ENUM ('sad', 'happy')");
  }

  @Override
  protected Map<String, String> types() {
    return Map.ofEntries(
        Map.entry("VARCHAR", "text"),
        Map.entry("VARCHAR(20)", "text"),
        Map.entry("CHAR", "text"),
        Map.entry("mood", "text"),
        Map.entry("BOOLEAN", "boolean"),
        Map.entry("TINYINT", "integer"),
        Map.entry("UTINYINT", "integer"),
        Map.entry("INTEGER", "integer"),
        Map.entry("UINTEGER", "integer"),
        Map.entry("BIGINT", "integer"),
        Map.entry("UBIGINT", "decimal(20, 0)"),
        Map.entry("HUGEINT", "decimal(38, 0)"),
        Map.entry("UHUGEINT", "other(UHUGEINT)"),
        Map.entry("DECIMAL(10, 2)", "decimal(10, 2)"),
        Map.entry("DECIMAL", "decimal(18, 3)"),
        Map.entry("FLOAT", "double"),
        Map.entry("DOUBLE", "double"),
        Map.entry("DATE", "date"),
        Map.entry("TIME", "time"),
        Map.entry("TIMETZ", "other(TIME WITH TIME ZONE)"),
        Map.entry("TIMESTAMP", "timestamp"),
        Map.entry("TIMESTAMP_S", "timestamp"),
        Map.entry("TIMESTAMP_MS", "timestamp"),
        Map.entry("TIMESTAMP_NS", "timestamp"),
        Map.entry("TIMESTAMPTZ", "timestamptz"),
        Map.entry("INTERVAL", "other(INTERVAL)"),
        Map.entry("UUID", "uuid"),
        Map.entry("JSON", "json"),
        Map.entry("BLOB", "binary"),
        Map.entry("BIT", "other(BIT)"),
        Map.entry("INTEGER[]", "other(INTEGER[])"),
        Map.entry("STRUCT(a INTEGER)", "other(STRUCT(a INTEGER))"),
        Map.entry("MAP(INTEGER, VARCHAR)", "other(MAP(INTEGER, VARCHAR))"));
  }
}
