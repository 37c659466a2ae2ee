package dev.sluice.connectors.sqlite;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;

/**
 * Columns of SQLite may hold values of any kind. These templates give a value where it is of the
 * declared type, in the one form that compares, and raise an error where it is not.
 */
final class StoredValues {

  private StoredValues() {}

  /** The value as it is judged. */
  static String judged(Column column) {
    if (column.nativeType().isEmpty()) {
      return "{0}";
    }
    return switch (column.type().family()) {
      case TEXT -> kinds(column, "'text'");
      case INTEGER -> kinds(column, "'integer'");
      case DECIMAL -> kinds(column, "'integer', 'real'");
      case DOUBLE ->
          "CASE typeof({0}) WHEN 'real' THEN {0} WHEN 'integer' THEN CAST({0} AS REAL)"
              + " WHEN 'null' THEN NULL ELSE "
              + misfit(column)
              + " END";
      case JSON ->
          "CASE WHEN typeof({0}) IN ('text', 'integer', 'real', 'null') THEN CAST({0} AS TEXT) ELSE "
              + misfit(column)
              + " END";
      case BOOLEAN ->
          "CASE WHEN {0} IS NULL THEN NULL WHEN typeof({0}) = 'integer' AND {0} IN (0, 1) THEN {0}"
              + " ELSE "
              + misfit(column)
              + " END";
      case DATE ->
          "CASE WHEN {0} IS NULL THEN NULL WHEN typeof({0}) = 'text' AND date({0}) = {0} THEN {0}"
              + " ELSE "
              + misfit(column)
              + " END";
      case TIME -> read("sluice_time", column);
      case TIMESTAMP -> read("sluice_timestamp", column);
      case TIMESTAMPTZ -> read("sluice_instant", column);
      case UUID -> read("sluice_uuid", column);
      default -> "{0}";
    };
  }

  /** The value as it stands. */
  static String copied(Column column) {
    String judged = judged(column);
    return judged.startsWith("sluice_") || column.type().is(Type.Family.DOUBLE)
        ? "CASE WHEN " + judged + " IS NULL THEN NULL ELSE {0} END"
        : column.type().is(Type.Family.JSON) ? "{0}" : judged;
  }

  private static String kinds(Column column, String kinds) {
    return "CASE WHEN typeof({0}) IN ("
        + kinds
        + ", 'null') THEN {0} ELSE "
        + misfit(column)
        + " END";
  }

  private static String misfit(Column column) {
    return "sluice_misfit("
        + literal(column.name())
        + ", "
        + literal(column.nativeType())
        + ", typeof({0}))";
  }

  private static String read(String function, Column column) {
    return function + "({0}, " + literal(column.name()) + ")";
  }

  /** A text within a template, where braces have a meaning. */
  private static String literal(String text) {
    return "'" + text.replace("'", "''").replace('{', '(').replace('}', ')') + "'";
  }
}
