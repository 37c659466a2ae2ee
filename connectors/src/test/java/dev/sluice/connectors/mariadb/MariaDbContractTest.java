package dev.sluice.connectors.mariadb;

import dev.sluice.connectors.contract.FunctionContractTest;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Functions;
import dev.sluice.engine.connector.Connector;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class MariaDbContractTest extends FunctionContractTest {

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

  @Override
  protected boolean failureSpoils() {
    return false;
  }

  @Override
  protected boolean castsToStandardTypes() {
    return false;
  }

  @Override
  protected boolean hasDatabasesOfSchemas() {
    return false;
  }

  /** Names hold nothing beyond the basic plane of Unicode. */
  @Override
  protected boolean allowsName(String name) {
    return name.codePoints().allMatch(Character::isBmpCodePoint);
  }

  /** Zones are converted in the years of the server's 32 bits alone. */
  @Override
  protected boolean computes(Function function, List<Constant> arguments) {
    boolean zoned = function == Functions.TO_INSTANT || function == Functions.TO_LOCAL;
    return !zoned
        || "UTC".equals(arguments.get(1).value())
        || arguments.get(0).value() == null
        || String.valueOf(arguments.get(0).value()).startsWith("2024-");
  }

  @Override
  protected Map<String, String> types() {
    return Map.ofEntries(
        Map.entry("TEXT", "text"),
        Map.entry("VARCHAR(20)", "text"),
        Map.entry("CHAR(3)", "text"),
        Map.entry("CHAR(3) CHARACTER SET latin1", "text"),
        Map.entry("ENUM('sad', 'happy')", "text"),
        Map.entry("SET('a', 'b')", "text"),
        Map.entry("JSON", "text"),
        Map.entry("BOOLEAN", "boolean"),
        Map.entry("BIT(1)", "boolean"),
        Map.entry("BIT(9)", "other(bit(9))"),
        Map.entry("TINYINT", "integer"),
        Map.entry("SMALLINT UNSIGNED", "integer"),
        Map.entry("MEDIUMINT", "integer"),
        Map.entry("INTEGER", "integer"),
        Map.entry("BIGINT", "integer"),
        Map.entry("BIGINT UNSIGNED", "decimal(20, 0)"),
        Map.entry("YEAR", "integer"),
        Map.entry("DECIMAL", "decimal(10, 0)"),
        Map.entry("DECIMAL(65, 30)", "decimal(65, 30)"),
        Map.entry("FLOAT", "double"),
        Map.entry("DOUBLE", "double"),
        Map.entry("DATE", "date"),
        Map.entry("TIME", "time"),
        Map.entry("DATETIME", "timestamp"),
        Map.entry("DATETIME(6)", "timestamp"),
        Map.entry("TIMESTAMP(3) NULL", "timestamptz"),
        Map.entry("UUID", "uuid"),
        Map.entry("INET6", "other(inet6)"),
        Map.entry("POINT", "other(point)"),
        Map.entry("BINARY(3)", "binary"),
        Map.entry("LONGBLOB", "binary"));
  }
}
