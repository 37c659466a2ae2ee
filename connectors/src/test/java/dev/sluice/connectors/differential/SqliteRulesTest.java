package dev.sluice.connectors.differential;

import dev.sluice.connectors.sqlite.SqliteConnector;
import dev.sluice.engine.connector.Connector;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("faults")
class SqliteRulesTest extends RulesTest {

  private final Path folder;

  SqliteRulesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  protected Connector connector() {
    return new SqliteConnector();
  }

  @Override
  protected String newDatabase() {
    return "jdbc:sqlite:" + folder.resolve("rules.db");
  }
}
