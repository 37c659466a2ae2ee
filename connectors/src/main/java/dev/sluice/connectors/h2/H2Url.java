package dev.sluice.connectors.h2;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a JDBC URL of H2 names and sets. Kinds of place and settings are allowed one by one: others
 * run statements ({@code INIT}), write files ({@code TRACE_LEVEL_FILE}), load classes, or change
 * what values mean.
 *
 * @param kind {@code mem}, {@code file}, {@code tcp}, {@code ssl}; of others what the URL says
 * @param place what comes behind it
 * @param settings the tail, with its semicolons
 */
record H2Url(String kind, String place, String settings) {

  static final String PREFIX = "jdbc:h2:";

  private static final Set<String> KINDS = Set.of("mem", "file", "tcp", "ssl");

  private static final Set<String> SETTINGS =
      Set.of(
          "AUTO_SERVER",
          "AUTO_SERVER_PORT",
          "CACHE_SIZE",
          "CASE_INSENSITIVE_IDENTIFIERS",
          "CIPHER",
          "DATABASE_TO_LOWER",
          "DATABASE_TO_UPPER",
          "DB_CLOSE_DELAY",
          "DB_CLOSE_ON_EXIT",
          "FILE_LOCK",
          "IFEXISTS",
          "LOCK_TIMEOUT",
          "MODE",
          "NETWORK_TIMEOUT",
          "NON_KEYWORDS",
          "PASSWORD",
          "SCHEMA",
          "SCHEMA_SEARCH_PATH",
          "USER",
          "WRITE_DELAY");

  /** Two letters or more, so that a drive of Windows is a path. */
  private static final Pattern KIND = Pattern.compile("(?i)([a-z][a-z0-9+.-]+):(.*)");

  static H2Url of(String url) {
    String rest = url.substring(PREFIX.length());
    int semicolon = rest.indexOf(';');
    String target = semicolon < 0 ? rest : rest.substring(0, semicolon);
    String settings = semicolon < 0 ? "" : rest.substring(semicolon);
    Matcher kind = KIND.matcher(target);
    return kind.matches()
        ? new H2Url(kind.group(1).toLowerCase(Locale.ROOT), kind.group(2), settings)
        : new H2Url("file", target, settings);
  }

  boolean isFile() {
    return kind.equals("file");
  }

  /** The file that H2 keeps the database in. */
  Path file() {
    return Path.of(home(place) + ".mv.db");
  }

  private static String home(String place) {
    return place.startsWith("~") ? System.getProperty("user.home") + place.substring(1) : place;
  }

  /** The URL with a relative path made absolute; H2 itself refuses those without a point ahead. */
  String located(Path base) {
    if (!isFile() || place.isEmpty() || place.startsWith("~")) {
      return PREFIX + kind + ":" + place + settings;
    }
    return PREFIX + "file:" + base.resolve(place).normalize() + settings;
  }

  Optional<Path> relativeFile(Path base) {
    return !isFile() || place.isEmpty() || place.startsWith("~") || Path.of(place).isAbsolute()
        ? Optional.empty()
        : Optional.of(base.resolve(place + ".mv.db").normalize());
  }

  static Optional<String> refusal(String url, Map<String, String> properties) {
    H2Url read = of(url);
    if (!KINDS.contains(read.kind) || (read.isFile() && KIND.matcher(read.place).matches())) {
      String kind = url.substring(PREFIX.length()).startsWith("file:") ? "file:" : "";
      String inner = read.isFile() ? read.place.substring(0, read.place.indexOf(':')) : read.kind;
      return Optional.of(
          "`jdbc:h2:"
              + kind
              + inner
              + ":` is not allowed; write `jdbc:h2:` and `mem:`, a file's path, `tcp:` or `ssl:`");
    }
    if (read.settings.contains("\\")) {
      return Optional.of("a backslash in the settings of the URL is not allowed");
    }
    Stream<String> inUrl =
        Arrays.stream(read.settings.split(";", -1))
            .filter(part -> !part.isBlank())
            .map(part -> part.split("=", 2)[0].strip());
    return Stream.concat(inUrl, properties.keySet().stream().sorted())
        .filter(name -> !SETTINGS.contains(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .map(
            name ->
                "the setting `"
                    + name
                    + "` is not allowed for H2; allowed are "
                    + String.join(", ", List.copyOf(new TreeSet<>(SETTINGS))));
  }
}
