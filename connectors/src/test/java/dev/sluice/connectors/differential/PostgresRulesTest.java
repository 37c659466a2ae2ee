package dev.sluice.connectors.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.postgresql.EmbeddedPostgresServer;
import dev.sluice.connectors.postgresql.PostgresConnector;
import dev.sluice.engine.Runs;
import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void explainNamesTheRules(@TempDir Path folder) throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table keyed (id bigint, name text, day date)");
    }
    Files.writeString(
        folder.resolve("keyed.yml"),
        "table: keyed\nexpect: [id is unique, name is unique, \"(id, day) is unique\","
            + " id > 0, day is not null]\n");
    Request request =
        Request.of(Request.Command.EXPLAIN, List.of("keyed.yml"), folder)
            .connection(Optional.of(url() + "?user=" + EmbeddedPostgresServer.USER))
            .build();
    assertThat(Runs.explain(request, false).text())
        .contains(
            "rules: keys fetched once, distinct screen, keys in order\n",
            "COUNT(DISTINCT \"id\")",
            "ORDER BY \"id\"",
            "rules: keys fetched once\n",
            "rules: keys fetched once, within duplicates\n",
            "rules: samples together\n  2 lines are told by the row alone")
        .doesNotContain("ORDER BY \"name\"", "ORDER BY \"day\"");
  }
}
