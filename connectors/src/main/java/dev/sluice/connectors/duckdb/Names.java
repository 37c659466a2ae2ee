package dev.sluice.connectors.duckdb;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names and texts as DuckDB reads them inside a statement of ours. */
final class Names {

  private Names() {}

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String quoted(Collection<String> path) {
    return path.stream().map(Names::quoted).collect(Collectors.joining("."));
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A path that means itself where DuckDB reads patterns. */
  static String pattern(Path path) {
    return path.toString().replace("[", "[[]").replace("*", "[*]").replace("?", "[?]");
  }
}
