package dev.sluice.connectors.sqlite;

import dev.sluice.dsl.type.Type;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Declared types and the portable ones. Words that SQLite does not know are taken at their word,
 * others by SQLite's rules of affinity.
 */
final class SqliteTypes {

  private static final Pattern SIZED = Pattern.compile("([^(]*)(?:\\((\\d+)(?:,(\\d+))?\\))?.*");

  private static final Map<String, Type> WORDS =
      Map.ofEntries(
          Map.entry("BOOLEAN", Type.BOOLEAN),
          Map.entry("BOOL", Type.BOOLEAN),
          Map.entry("DATE", Type.DATE),
          Map.entry("TIME", Type.TIME),
          Map.entry("DATETIME", Type.TIMESTAMP),
          Map.entry("TIMESTAMP", Type.TIMESTAMP),
          Map.entry("TIMESTAMP WITHOUT TIME ZONE", Type.TIMESTAMP),
          Map.entry("TIMESTAMPTZ", Type.TIMESTAMPTZ),
          Map.entry("TIMESTAMP WITH TIME ZONE", Type.TIMESTAMPTZ),
          Map.entry("UUID", Type.UUID),
          Map.entry("JSON", Type.JSON),
          Map.entry("JSON TEXT", Type.JSON),
          Map.entry("DECIMAL", Type.DECIMAL),
          Map.entry("DEC", Type.DECIMAL),
          Map.entry("NUMERIC", Type.DECIMAL),
          Map.entry("NUMBER", Type.DECIMAL),
          Map.entry("NUM", Type.DECIMAL),
          Map.entry("INTERVAL", Type.other("INTERVAL")),
          Map.entry("POINT", Type.other("POINT")));

  private SqliteTypes() {}

  /** The portable type of a declared one; a column may have none. */
  static Type portable(String declared) {
    String plain = declared.strip().toUpperCase(Locale.ROOT).replaceAll("\\s*([(,])\\s*", "$1");
    Matcher sized = SIZED.matcher(plain);
    String word = sized.matches() ? String.valueOf(sized.group(1)).strip() : plain;
    Type known = WORDS.get(word);
    if (known == null) {
      return byAffinity(plain, declared);
    }
    if (known.is(Type.Family.DECIMAL) && sized.group(2) != null) {
      String scale = sized.group(3);
      return Type.decimal(
          Integer.parseInt(sized.group(2)), scale == null ? 0 : Integer.parseInt(scale));
    }
    return known;
  }

  /** In the order of SQLite's own rules. */
  private static Type byAffinity(String plain, String declared) {
    if (plain.contains("INT")) {
      return Type.INTEGER;
    }
    if (plain.contains("CHAR") || plain.contains("CLOB") || plain.contains("TEXT")) {
      return Type.TEXT;
    }
    if (plain.contains("BLOB")) {
      return Type.BINARY;
    }
    if (plain.contains("REAL") || plain.contains("FLOA") || plain.contains("DOUB")) {
      return Type.DOUBLE;
    }
    return Type.other(declared);
  }

  /** The type's word in a definition. */
  static String word(Type type) {
    return switch (type.family()) {
      case TEXT, NULL -> "TEXT";
      case INTEGER, DURATION -> "INTEGER";
      case DECIMAL ->
          type.precision() == 0
              ? "NUMERIC"
              : "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
      case DOUBLE -> "REAL";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIME -> "TIME";
      case TIMESTAMP -> "TIMESTAMP";
      case TIMESTAMPTZ -> "TIMESTAMP WITH TIME ZONE";
      case UUID -> "UUID";
      case JSON -> "JSON TEXT";
      case BINARY -> "BLOB";
      case OTHER -> type.nativeName();
    };
  }
}
