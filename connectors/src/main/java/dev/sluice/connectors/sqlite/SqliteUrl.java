package dev.sluice.connectors.sqlite;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a JDBC URL of SQLite names: one file. URIs and resources are refused, because the driver
 * fetches them and takes options from them; settings, because some load libraries.
 */
record SqliteUrl(String file) {

  static final String PREFIX = "jdbc:sqlite:";

  /** Settings that change neither what is stored nor what it means. */
  private static final Set<String> SETTINGS = Set.of("cache_size", "foreign_keys", "mmap_size");

  /** Two letters or more, so that a drive of Windows is a path. */
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*");

  static SqliteUrl of(String url) {
    return new SqliteUrl(url.substring(PREFIX.length()));
  }

  /** The URL with a relative path made absolute. */
  String located(Path base) {
    return file.isEmpty() || file.startsWith(":")
        ? PREFIX + file
        : PREFIX + base.resolve(file).normalize();
  }

  Optional<Path> relativeFile(Path base) {
    return file.isEmpty() || file.startsWith(":") || Path.of(file).isAbsolute()
        ? Optional.empty()
        : Optional.of(base.resolve(file).normalize());
  }

  static Optional<String> refusal(String url, Map<String, String> properties) {
    String file = of(url).file;
    if (file.isEmpty() || file.equals(":memory:")) {
      return Optional.of(
          "an SQLite database in memory belongs to one connection; write `jdbc:sqlite:` and a"
              + " file's path");
    }
    if (file.indexOf('?') >= 0) {
      return Optional.of(
          "options in the URL are not allowed; write `jdbc:sqlite:` and a file's path alone");
    }
    if (file.startsWith(":") || SCHEME.matcher(file).matches()) {
      return Optional.of(
          "SQLite opens files of this machine only; write `jdbc:sqlite:` and a file's path");
    }
    return properties.keySet().stream()
        .filter(name -> !SETTINGS.contains(name))
        .sorted()
        .findFirst()
        .map(
            name ->
                "the property `"
                    + name
                    + "` is not allowed for SQLite; allowed are `cache_size`, `foreign_keys`,"
                    + " `mmap_size`");
  }
}
