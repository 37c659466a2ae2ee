package dev.sluice.connectors.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a JDBC URL of DuckDB names: memory, or one file. */
record DuckDbUrl(String rest) {

  static final String PREFIX = "jdbc:duckdb:";

  /** Properties that limit resources and change no meaning. */
  private static final Set<String> PROPERTIES = Set.of("threads", "memory_limit", "max_memory");

  /** Two letters or more, so that a drive of Windows is a path. */
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*");

  static DuckDbUrl of(String url) {
    return new DuckDbUrl(url.substring(PREFIX.length()));
  }

  boolean isMemory() {
    return rest.isEmpty() || rest.equals(":memory:");
  }

  /** The file, with links resolved as far as it exists: two spellings of one file are one file. */
  Path file() {
    Path absolute = Path.of(rest).toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException missing) {
      return besideRealParent(absolute);
    }
  }

  private static Path besideRealParent(Path absolute) {
    Path parent = absolute.getParent();
    Path name = absolute.getFileName();
    if (parent == null || name == null) {
      return absolute;
    }
    try {
      return parent.toRealPath().resolve(name);
    } catch (IOException missing) {
      return absolute;
    }
  }

  static Optional<String> refusal(String url, Map<String, String> properties) {
    String rest = of(url).rest;
    if (!rest.strip().equals(rest) || rest.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(
          "the file's path begins or ends with a blank, or holds a control character;"
              + " write `jdbc:duckdb:` and a file's path alone");
    }
    if (rest.indexOf(';') >= 0 || rest.indexOf('?') >= 0) {
      return Optional.of(
          "options in the URL are not allowed; write `jdbc:duckdb:` and a file's path alone");
    }
    if (rest.startsWith(":memory:") && !rest.equals(":memory:")) {
      return Optional.of("a named database in memory is not allowed; write `jdbc:duckdb:`");
    }
    if (!rest.startsWith(":memory:") && SCHEME.matcher(rest).matches()) {
      return Optional.of(
          "DuckDB opens files of this machine only; write `jdbc:duckdb:` and a file's path");
    }
    return properties.keySet().stream()
        .filter(name -> !PROPERTIES.contains(name))
        .sorted()
        .findFirst()
        .map(
            name ->
                "the property `"
                    + name
                    + "` is not allowed for DuckDB; allowed are `max_memory`, `memory_limit`,"
                    + " `threads`");
  }
}
