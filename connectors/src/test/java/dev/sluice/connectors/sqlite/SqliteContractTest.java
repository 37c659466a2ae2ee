package dev.sluice.connectors.sqlite;

import dev.sluice.connectors.contract.FunctionContractTest;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.value.Evaluator;
import dev.sluice.dsl.value.Measures;
import dev.sluice.dsl.value.Row;
import dev.sluice.engine.connector.Connector;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractTest extends FunctionContractTest {

  private final Path folder;

  SqliteContractTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  protected Connector connector() {
    return new SqliteConnector();
  }

  /** With a log ahead of the file writers do not wait for readers. */
  @Override
  protected String newDatabase() throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("contract.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
    }
    return url;
  }

  @Override
  protected boolean failureSpoils() {
    return false;
  }

  /** There is one writer at a time, whatever it writes. */
  @Override
  protected boolean locksAreByKey() {
    return false;
  }

  @Override
  protected boolean hasSchemas() {
    return false;
  }

  @Override
  protected boolean hasCaseTwins() {
    return false;
  }

  @Override
  protected boolean castsToStandardTypes() {
    return false;
  }

  /** SQLite tells the types of columns, not of expressions. */
  @Override
  protected String queryColumns() {
    return "a other(), B c other(), d other(), e other()";
  }

  /** An exact number of more digits than SQLite keeps is an error. */
  @Override
  protected boolean computes(Function function, List<Constant> arguments) {
    Type type =
        function.typing().result(arguments.stream().map(Constant::type).toList()).orElseThrow();
    try {
      Object value =
          Evaluator.evaluate(
              new Expression.Apply(function, List.copyOf(arguments), type),
              Row.NONE,
              Measures.NONE);
      return !(value instanceof BigDecimal number) || Exact.nearest(number).equals(stored(number));
    } catch (ArithmeticException beyond) {
      return true;
    }
  }

  private static Object stored(BigDecimal number) {
    try {
      return Exact.stored(number);
    } catch (ArithmeticException tooLong) {
      return "";
    }
  }

  @Override
  protected Map<String, String> types() {
    return Map.ofEntries(
        Map.entry("TEXT", "text"),
        Map.entry("VARCHAR(20)", "text"),
        Map.entry("NATIVE CHARACTER(70)", "text"),
        Map.entry("CLOB", "text"),
        Map.entry("INTEGER", "integer"),
        Map.entry("INT", "integer"),
        Map.entry("BIGINT", "integer"),
        Map.entry("UNSIGNED BIG INT", "integer"),
        Map.entry("REAL", "double"),
        Map.entry("FLOAT", "double"),
        Map.entry("DOUBLE PRECISION", "double"),
        Map.entry("NUMERIC", "decimal"),
        Map.entry("DECIMAL(10, 2)", "decimal(10, 2)"),
        Map.entry("NUMERIC(5)", "decimal(5, 0)"),
        Map.entry("BOOLEAN", "boolean"),
        Map.entry("DATE", "date"),
        Map.entry("TIME", "time"),
        Map.entry("DATETIME", "timestamp"),
        Map.entry("TIMESTAMP", "timestamp"),
        Map.entry("TIMESTAMP WITH TIME ZONE", "timestamptz"),
        Map.entry("UUID", "uuid"),
        Map.entry("JSON", "json"),
        Map.entry("BLOB", "binary"),
        Map.entry("", "other()"),
        Map.entry("GEOMETRY", "other(GEOMETRY)"));
  }
}
