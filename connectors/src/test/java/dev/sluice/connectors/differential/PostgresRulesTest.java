package dev.sluice.connectors.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.postgresql.EmbeddedPostgresServer;
import dev.sluice.connectors.postgresql.PostgresConnector;
import dev.sluice.engine.Runs;
import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.request.Request;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
  void explainNamesTheRulesByWhichKeysAreLookedFor() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table keyed (id bigint, name text, day date)");
    }
    Request request =
        Request.of(Request.Command.EXPLAIN, List.of("keyed"), Path.of("").toAbsolutePath())
            .connection(Optional.of(url() + "?user=" + EmbeddedPostgresServer.USER))
            .expect(List.of("id is unique", "name is unique", "(id, day) is unique"))
            .build();
    assertThat(Runs.explain(request, false).text())
        .contains(
            "rules: keys fetched once, distinct screen, keys in order\n",
            "COUNT(DISTINCT \"id\")",
            "ORDER BY \"id\"",
            "rules: keys fetched once\n",
            "rules: keys fetched once, within duplicates\n")
        .doesNotContain("ORDER BY \"name\"", "ORDER BY \"day\"");
  }
}
