package dev.sluice.connectors.fault;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which calls are being counted on which database. */
final class Faults {

  /** What stands before the rest of a real URL. */
  static final String PREFIX = "jdbc:faults:";

  private static final Map<String, Calls> BY_URL = new ConcurrentHashMap<>();

  private Faults() {}

  /** The URL under which a database is reached through faults. */
  static String url(String real) {
    return PREFIX + real.substring("jdbc:".length());
  }

  /** The configuration of a connection named `here` through faults. */
  static String configuration(String realUrl, String user) {
    return "connections:\n  here:\n    url: "
        + url(realUrl)
        + "\n    user: "
        + (user.isEmpty() ? "loader" : user)
        + "\n    password: ${WAREHOUSE_PASSWORD}\n";
  }

  static String real(String url) {
    return "jdbc:" + url.substring(PREFIX.length());
  }

  /** From now on the calls to a database are these. */
  static Calls begin(String realUrl, Calls calls) {
    BY_URL.put(realUrl, calls);
    return calls;
  }

  static Calls of(String realUrl) {
    return BY_URL.computeIfAbsent(realUrl, url -> new Calls(Calls.Reach.ALL, Optional.empty()));
  }
}
