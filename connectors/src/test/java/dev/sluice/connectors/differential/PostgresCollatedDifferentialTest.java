package dev.sluice.connectors.differential;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Text in columns whose collation takes nearly everything for equal. */
@Tag("faults")
class PostgresCollatedDifferentialTest extends PostgresDifferentialTest {

  @BeforeAll
  void makeCollation() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE COLLATION loose"
              + " (provider = icu, locale = 'und-u-ks-level1', deterministic = false)");
    }
  }

  @Override
  protected String textType() {
    return "TEXT COLLATE loose";
  }
}
