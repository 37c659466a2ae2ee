package dev.sluice.connectors.mariadb;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a JDBC URL of MariaDB may say. Properties are allowed one by one: others of the driver send
 * files of this machine to the server, load classes, change the session or replay statements
 * ({@code allowLocalInfile}, {@code socketFactory}, {@code sessionVariables}, {@code
 * transactionReplay}); names that only MySQL's driver knows ({@code autoDeserialize}) are among
 * them. Several hosts, replicas and pipes are refused: a gate must read what it wrote.
 */
final class MariaDbUrl {

  static final String SCHEME = "jdbc:mariadb:";

  private static final Set<String> PROPERTIES =
      Set.of(
          "connectTimeout",
          "connectionAttributes",
          "enabledSslCipherSuites",
          "enabledSslProtocolSuites",
          "keyPassword",
          "keyStore",
          "keyStorePassword",
          "keyStoreType",
          "password",
          "restrictedAuth",
          "serverRsaPublicKeyFile",
          "serverSslCert",
          "socketTimeout",
          "sslMode",
          "tcpKeepAlive",
          "trustStore",
          "trustStorePassword",
          "trustStoreType",
          "useCompression",
          "user");

  private MariaDbUrl() {}

  static Optional<String> refusal(String url, Map<String, String> properties) {
    int question = url.indexOf('?');
    String address = question < 0 ? url : url.substring(0, question);
    if (!address.matches("jdbc:mariadb://[^/,()]+/[^/]+")) {
      return Optional.of(
          "a URL of MariaDB is `jdbc:mariadb://host:port/database`, with one host and a database");
    }
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
                    + "` is not allowed for MariaDB; allowed are "
                    + String.join(", ", PROPERTIES.stream().sorted().toList()));
  }
}
