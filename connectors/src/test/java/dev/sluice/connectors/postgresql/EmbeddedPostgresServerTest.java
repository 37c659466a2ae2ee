package dev.sluice.connectors.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresServerTest {

  @Test
  void bothVersionsRunSideBySide() throws SQLException {
    assertThat(majorVersion(EmbeddedPostgresServer.newest())).isEqualTo(18);
    assertThat(majorVersion(EmbeddedPostgresServer.oldest())).isEqualTo(14);
  }

  private static int majorVersion(EmbeddedPostgresServer server) throws SQLException {
    String url = server.newDatabase();
    try (Connection connection =
        DriverManager.getConnection(url, EmbeddedPostgresServer.USER, "")) {
      return connection.getMetaData().getDatabaseMajorVersion();
    }
  }
}
