package dev.sluice.connectors.h2;

import dev.sluice.connectors.contract.FunctionContractTest;
import dev.sluice.engine.connector.Connector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class H2ContractTest extends FunctionContractTest {

  private final Path folder;

  H2ContractTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  protected Connector connector() {
    return new H2Connector();
  }

  @Override
  protected String newDatabase() {
    return "jdbc:h2:" + folder.resolve("contract");
  }

  /** H2 has no transactions that only read: they are undone. */
  @Override
  protected boolean refusesWritesWhileReading() {
    return false;
  }

  @Override
  protected boolean failureSpoils() {
    return false;
  }

  @Override
  protected List<String> typeDefinitions() {
    return List.of(
        "CREATE DOMAIN price AS NUMERIC(12, 2) CHECK (VALUE >= 0)",
        "CREATE DOMAIN mood AS ENUM('sad', 'happy')");
  }

  @Override
  protected Map<String, String> types() {
    return Map.ofEntries(
        Map.entry("VARCHAR", "text"),
        Map.entry("VARCHAR(20)", "text"),
        Map.entry("CHAR(3)", "text"),
        Map.entry("VARCHAR_IGNORECASE(3)", "text"),
        Map.entry("CLOB", "text"),
        Map.entry("ENUM('a', 'b')", "text"),
        Map.entry("mood", "text"),
        Map.entry("BOOLEAN", "boolean"),
        Map.entry("TINYINT", "integer"),
        Map.entry("SMALLINT", "integer"),
        Map.entry("INTEGER", "integer"),
        Map.entry("BIGINT", "integer"),
        Map.entry("BIGINT AUTO_INCREMENT", "integer"),
        Map.entry("NUMERIC(10, 2)", "decimal(10, 2)"),
        Map.entry("NUMERIC(5)", "decimal(5, 0)"),
        Map.entry("price", "decimal(12, 2)"),
        Map.entry("DECFLOAT", "decimal"),
        Map.entry("REAL", "double"),
        Map.entry("FLOAT(24)", "double"),
        Map.entry("DOUBLE PRECISION", "double"),
        Map.entry("DATE", "date"),
        Map.entry("TIME", "time"),
        Map.entry("TIME WITH TIME ZONE", "other(TIME WITH TIME ZONE)"),
        Map.entry("TIMESTAMP", "timestamp"),
        Map.entry("TIMESTAMP(9)", "timestamp"),
        Map.entry("TIMESTAMP WITH TIME ZONE", "timestamptz"),
        Map.entry("INTERVAL DAY TO SECOND", "other(INTERVAL DAY TO SECOND)"),
        Map.entry("UUID", "uuid"),
        Map.entry("JSON", "json"),
        Map.entry("VARBINARY", "binary"),
        Map.entry("BLOB", "binary"),
        Map.entry("INTEGER ARRAY", "other(INTEGER ARRAY)"),
        Map.entry("GEOMETRY", "other(GEOMETRY)"));
  }
}
