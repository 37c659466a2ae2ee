package dev.sluice.connectors.duckdb;

import dev.sluice.dsl.type.Type;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DuckDB's types and the portable ones. */
final class DuckDbTypes {

  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");

  private static final Map<String, Type> NATIVE =
      Map.ofEntries(
          Map.entry("VARCHAR", Type.TEXT),
          Map.entry("BOOLEAN", Type.BOOLEAN),
          Map.entry("TINYINT", Type.INTEGER),
          Map.entry("SMALLINT", Type.INTEGER),
          Map.entry("INTEGER", Type.INTEGER),
          Map.entry("BIGINT", Type.INTEGER),
          Map.entry("UTINYINT", Type.INTEGER),
          Map.entry("USMALLINT", Type.INTEGER),
          Map.entry("UINTEGER", Type.INTEGER),
          Map.entry("UBIGINT", Type.decimal(20, 0)),
          Map.entry("HUGEINT", Type.decimal(38, 0)),
          Map.entry("FLOAT", Type.DOUBLE),
          Map.entry("DOUBLE", Type.DOUBLE),
          Map.entry("DATE", Type.DATE),
          Map.entry("TIME", Type.TIME),
          Map.entry("TIMESTAMP", Type.TIMESTAMP),
          Map.entry("TIMESTAMP_S", Type.TIMESTAMP),
          Map.entry("TIMESTAMP_MS", Type.TIMESTAMP),
          Map.entry("TIMESTAMP_NS", Type.TIMESTAMP),
          Map.entry("TIMESTAMP WITH TIME ZONE", Type.TIMESTAMPTZ),
          Map.entry("UUID", Type.UUID),
          Map.entry("JSON", Type.JSON),
          Map.entry("BLOB", Type.BINARY));

  private DuckDbTypes() {}

  /** The portable type of a native one; what has none keeps its name. */
  static Type portable(String nativeType) {
    Type known = NATIVE.get(nativeType);
    if (known != null) {
      return known;
    }
    Matcher decimal = DECIMAL.matcher(nativeType);
    if (decimal.matches()) {
      return Type.decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    boolean isEnum = nativeType.startsWith("ENUM(") && nativeType.endsWith(")");
    return isEnum ? Type.TEXT : Type.other(nativeType);
  }

  /** The type's word in a definition or cast. */
  static String word(Type type) {
    return switch (type.family()) {
      case TEXT, NULL -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case DECIMAL ->
          type.precision() == 0
              ? "DECIMAL(38, 9)"
              : "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIME -> "TIME";
      case TIMESTAMP -> "TIMESTAMP";
      case TIMESTAMPTZ -> "TIMESTAMP WITH TIME ZONE";
      case DURATION -> "INTERVAL";
      case UUID -> "UUID";
      case JSON -> "JSON";
      case BINARY -> "BLOB";
      case OTHER -> type.nativeName();
    };
  }
}
