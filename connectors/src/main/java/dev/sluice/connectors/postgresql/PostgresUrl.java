package dev.sluice.connectors.postgresql;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a JDBC URL of PostgreSQL may say. Properties are allowed one by one: others of the driver
 * load classes, write files or weaken the protocol ({@code socketFactory}, {@code sslfactory},
 * {@code loggerFile}, {@code preferQueryMode=simple}).
 */
final class PostgresUrl {

  static final String PREFIX = "jdbc:postgresql:";

  private static final Set<String> PROPERTIES =
      Set.of(
          "ApplicationName",
          "cancelSignalTimeout",
          "channelBinding",
          "connectTimeout",
          "currentSchema",
          "gssEncMode",
          "hostRecheckSeconds",
          "loadBalanceHosts",
          "loginTimeout",
          "password",
          "socketTimeout",
          "ssl",
          "sslNegotiation",
          "sslcert",
          "sslkey",
          "sslmode",
          "sslpassword",
          "sslrootcert",
          "targetServerType",
          "tcpKeepAlive",
          "user");

  private PostgresUrl() {}

  static Optional<String> refusal(String url, Map<String, String> properties) {
    int question = url.indexOf('?');
    Stream<String> inUrl =
        question < 0
            ? Stream.of()
            : Arrays.stream(url.substring(question + 1).split("&", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2)[0]);
    return Stream.concat(inUrl, properties.keySet().stream().sorted())
        .filter(name -> !PROPERTIES.contains(name))
        .findFirst()
        .map(
            name ->
                "the property `"
                    + name
                    + "` is not allowed for PostgreSQL; allowed are "
                    + String.join(", ", PROPERTIES.stream().sorted().toList()));
  }
}
