package dev.sluice.engine.prepare;

import dev.sluice.engine.connector.Connector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The connectors on the class path. */
public final class Connectors {

  private static final List<Connector> ALL = load();

  private Connectors() {}

  private static List<Connector> load() {
    List<Connector> all = new ArrayList<>();
    ServiceLoader.load(Connector.class, Connectors.class.getClassLoader()).forEach(all::add);
    return List.copyOf(all);
  }

  /** The connector of a URL. */
  public static Optional<Connector> of(String url) {
    return ALL.stream().filter(each -> each.accepts(url)).findFirst();
  }

  /** The connector of a connection that somebody else opened. */
  public static Optional<Connector> of(Connection connection) throws SQLException {
    for (Connector each : ALL) {
      if (each.accepts(connection)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The names of all connectors, for messages. */
  public static List<String> names() {
    return ALL.stream().map(Connector::name).sorted().toList();
  }
}
