package dev.sluice.engine.prepare;

import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.connector.FileNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Connections that the caller of the library has; nothing of them is configured or kept. */
public final class CallerSources {

  private CallerSources() {}

  /**
   * A pool or factory of connections.
   *
   * @throws SQLException when no connector speaks to it, or it cannot be reached
   */
  public static Source of(DataSource dataSource) throws SQLException {
    try (Connection probe = dataSource.getConnection()) {
      return new Given(connector(probe), dataSource::getConnection, true);
    }
  }

  /** One connection with an open transaction, which stays the caller's. */
  public static Source of(Connection connection) throws SQLException {
    return new Given(connector(connection), () -> connection, false);
  }

  private static Connector connector(Connection connection) throws SQLException {
    return Connectors.of(connection)
        .orElseThrow(
            () ->
                new SQLException(
                    "no connector for this database; Sluice speaks to "
                        + String.join(", ", Connectors.names())));
  }

  private interface Opener {
    Connection open() throws SQLException;
  }

  private record Given(Connector connector, Opener opener, boolean closes) implements Source {

    @Override
    public String shown() {
      return connector.name();
    }

    @Override
    public Connection connect() throws SQLException {
      return opener.open();
    }

    @Override
    public List<FileNote> notes() {
      return List.of();
    }

    @Override
    public void close() {
      // Neither pool nor connection is ours.
    }
  }
}
