package dev.sluice.connectors.mariadb;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MariaDB's types and the portable ones. */
final class MariaDbTypes {

  private static final Map<String, Type> NATIVE =
      Map.ofEntries(
          Map.entry("char", Type.TEXT),
          Map.entry("varchar", Type.TEXT),
          Map.entry("tinytext", Type.TEXT),
          Map.entry("text", Type.TEXT),
          Map.entry("mediumtext", Type.TEXT),
          Map.entry("longtext", Type.TEXT),
          Map.entry("enum", Type.TEXT),
          Map.entry("set", Type.TEXT),
          Map.entry("tinyint", Type.INTEGER),
          Map.entry("smallint", Type.INTEGER),
          Map.entry("mediumint", Type.INTEGER),
          Map.entry("int", Type.INTEGER),
          Map.entry("bigint", Type.INTEGER),
          Map.entry("year", Type.INTEGER),
          Map.entry("float", Type.DOUBLE),
          Map.entry("double", Type.DOUBLE),
          Map.entry("date", Type.DATE),
          Map.entry("time", Type.TIME),
          Map.entry("datetime", Type.TIMESTAMP),
          Map.entry("timestamp", Type.TIMESTAMPTZ),
          Map.entry("uuid", Type.UUID),
          Map.entry("binary", Type.BINARY),
          Map.entry("varbinary", Type.BINARY),
          Map.entry("tinyblob", Type.BINARY),
          Map.entry("blob", Type.BINARY),
          Map.entry("mediumblob", Type.BINARY),
          Map.entry("longblob", Type.BINARY));

  /** Digits and digits after the point of a decimal whose size nobody said. */
  private static final String WIDEST = "DECIMAL(65, 30)";

  private MariaDbTypes() {}

  /**
   * The portable type.
   *
   * @param word the type's name without sizes
   * @param shown the type as it was declared
   * @param precision digits of a decimal
   * @param scale digits behind its point
   */
  static Type portable(String word, String shown, int precision, int scale) {
    String name = word.toLowerCase(Locale.ROOT);
    if (shown.startsWith("tinyint(1)") || shown.equals("bit(1)")) {
      return Type.BOOLEAN;
    }
    if (name.equals("decimal")) {
      return Type.decimal(precision, scale);
    }
    if (name.equals("bigint") && shown.contains("unsigned")) {
      return Type.decimal(20, 0);
    }
    return NATIVE.getOrDefault(name, Type.other(shown));
  }

  /**
   * How a column of the same type is declared elsewhere.
   *
   * @param shown the type as the catalogue shows it, which leaves out the collation
   */
  static String declared(String shown, @Nullable String characterSet, @Nullable String collation) {
    if (characterSet != null && collation != null) {
      return shown + " character set " + characterSet + " collate " + collation;
    }
    return shown.startsWith("timestamp") ? shown + " null" : shown;
  }

  /** The type's word in a definition. */
  static String word(Type type) {
    return switch (type.family()) {
      case TEXT, NULL, JSON -> "LONGTEXT CHARACTER SET utf8mb4 COLLATE " + MariaDbSession.COLLATION;
      case INTEGER, DURATION -> "BIGINT";
      case DECIMAL -> decimal(type);
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIME -> "TIME(6)";
      case TIMESTAMP -> "DATETIME(6)";
      // else the first of a table is filled by itself on some servers
      case TIMESTAMPTZ -> "TIMESTAMP(6) NULL";
      case UUID -> "UUID";
      case BINARY -> "LONGBLOB";
      case OTHER -> type.nativeName();
    };
  }

  /** The type's word in a cast; the language's instants are moments in UTC there. */
  static String castWord(Type type) {
    return switch (type.family()) {
      case TEXT, NULL, JSON, OTHER -> "CHAR";
      case INTEGER, DURATION, BOOLEAN -> "SIGNED";
      case TIMESTAMP, TIMESTAMPTZ -> "DATETIME(6)";
      case BINARY -> "BINARY";
      default -> word(type);
    };
  }

  /** The same of a column as it was declared, with its digits. */
  static String sizedCastWord(Column column) {
    String name = column.nativeType().toLowerCase(Locale.ROOT).split(" ", 2)[0];
    return switch (column.type().family()) {
      case DOUBLE -> name.startsWith("float") ? "FLOAT" : "DOUBLE";
      case TIMESTAMP, TIMESTAMPTZ -> "DATETIME" + sizes(name);
      case TIME -> "TIME" + sizes(name);
      default -> castWord(column.type());
    };
  }

  private static String sizes(String name) {
    int open = name.indexOf('(');
    return open < 0 ? "" : name.substring(open);
  }

  private static String decimal(Type type) {
    return type.precision() == 0
        ? WIDEST
        : "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
  }

  /**
   * How a column is read. Texts compare by the collation of their column unless another is named; a
   * boolean is any number; and a date may be none, such as 0000-00-00 or 2024-00-10, which MariaDB
   * itself takes for null here and there.
   */
  static String valueTemplate(Column column) {
    String name = column.nativeType().toLowerCase(Locale.ROOT);
    return switch (column.type().family()) {
      case TEXT -> textTemplate(name);
      case BOOLEAN -> name.isEmpty() ? "{0}" : "{0} <> 0";
      case DOUBLE -> name.startsWith("float") ? "CAST({0} AS DOUBLE)" : "{0}";
      case DATE, TIMESTAMP, TIMESTAMPTZ ->
          name.isEmpty() ? "{0}" : "CASE WHEN MONTH({0}) > 0 AND DAYOFMONTH({0}) > 0 THEN {0} END";
      default -> "{0}";
    };
  }

  private static String textTemplate(String name) {
    if (name.isEmpty() || name.endsWith(" collate " + MariaDbSession.COLLATION)) {
      return "{0}";
    }
    return name.contains(" character set utf8mb4 ") && !isChoice(name)
        ? "{0} COLLATE " + MariaDbSession.COLLATION
        : "CONVERT({0} USING utf8mb4) COLLATE " + MariaDbSession.COLLATION;
  }

  /** Enumerations and sets order by the place of their words. */
  private static boolean isChoice(String name) {
    return name.startsWith("enum(") || name.startsWith("set(");
  }
}
