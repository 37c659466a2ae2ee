package dev.sluice.connectors.postgresql;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGProperty;

/**
 * The properties of PostgreSQL's driver that are allowed, one by one: others load classes, write
 * files or weaken the protocol ({@code socketFactory}, {@code sslfactory}, {@code loggerFile},
 * {@code preferQueryMode=simple}).
 */
final class PostgresProperties {

  private static final Set<PGProperty> NUMBERS =
      Set.of(
          PGProperty.CANCEL_SIGNAL_TIMEOUT,
          PGProperty.CONNECT_TIMEOUT,
          PGProperty.HOST_RECHECK_SECONDS,
          PGProperty.LOGIN_TIMEOUT,
          PGProperty.SOCKET_TIMEOUT);

  private static final Set<PGProperty> OTHERS =
      Set.of(
          PGProperty.APPLICATION_NAME,
          PGProperty.CHANNEL_BINDING,
          PGProperty.CURRENT_SCHEMA,
          PGProperty.GSS_ENC_MODE,
          PGProperty.LOAD_BALANCE_HOSTS,
          PGProperty.PASSWORD,
          PGProperty.SSL,
          PGProperty.SSL_NEGOTIATION,
          PGProperty.SSL_CERT,
          PGProperty.SSL_KEY,
          PGProperty.SSL_MODE,
          PGProperty.SSL_PASSWORD,
          PGProperty.SSL_ROOT_CERT,
          PGProperty.TARGET_SERVER_TYPE,
          PGProperty.TCP_KEEP_ALIVE,
          PGProperty.USER);

  /** What the driver knows, in lower case: only these names are told back to the user. */
  private static final Set<String> KNOWN =
      Arrays.stream(PGProperty.values())
          .map(each -> each.getName().toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());

  private PostgresProperties() {}

  /**
   * The first thing that stands against properties.
   *
   * @param inUrl as written, in order; names that are encoded are names that nobody knows
   * @param beside the URL
   */
  static Optional<String> refusal(
      List<Map.Entry<String, String>> inUrl, Map<String, String> beside) {
    Set<String> seen = new HashSet<>(beside.keySet());
    for (Map.Entry<String, String> each : inUrl) {
      Optional<String> refusal = unknown(each.getKey()).or(() -> refusal(each));
      if (refusal.isPresent()) {
        return refusal;
      }
      if (!seen.add(each.getKey())) {
        return Optional.of("the property `" + each.getKey() + "` is given twice; keep one");
      }
    }
    return beside.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(each -> refusal(each).stream())
        .findFirst();
  }

  // What no driver knows may be the end of a password with an `&` in it: it is not repeated.
  private static Optional<String> unknown(String name) {
    return KNOWN.contains(name.toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of(
            "the URL holds a property that is not known; allowed are "
                + allowed()
                + "; `&` in a value is written `%26`");
  }

  private static Optional<String> refusal(Map.Entry<String, String> property) {
    String name = property.getKey();
    PGProperty known = PGProperty.forName(name);
    if (known == null || !(NUMBERS.contains(known) || OTHERS.contains(known))) {
      return Optional.of(
          "the property `" + name + "` is not allowed for PostgreSQL; allowed are " + allowed());
    }
    String[] choices = known.getChoices();
    if (choices != null && !List.of(choices).contains(property.getValue())) {
      return Optional.of("`" + name + "` takes " + String.join(", ", choices));
    }
    return NUMBERS.contains(known) && !property.getValue().matches("[0-9]{1,9}")
        ? Optional.of("`" + name + "` takes a number")
        : Optional.empty();
  }

  private static String allowed() {
    return Arrays.stream(PGProperty.values())
        .filter(each -> NUMBERS.contains(each) || OTHERS.contains(each))
        .map(PGProperty::getName)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
