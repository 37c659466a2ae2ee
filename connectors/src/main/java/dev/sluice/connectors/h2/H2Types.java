package dev.sluice.connectors.h2;

import dev.sluice.dsl.type.Type;
import java.util.Map;

/** H2's types and the portable ones. */
final class H2Types {

  private static final Map<String, Type> NATIVE =
      Map.ofEntries(
          Map.entry("CHARACTER VARYING", Type.TEXT),
          Map.entry("CHARACTER", Type.TEXT),
          Map.entry("VARCHAR_IGNORECASE", Type.TEXT),
          Map.entry("CHARACTER LARGE OBJECT", Type.TEXT),
          Map.entry("ENUM", Type.TEXT),
          Map.entry("BOOLEAN", Type.BOOLEAN),
          Map.entry("TINYINT", Type.INTEGER),
          Map.entry("SMALLINT", Type.INTEGER),
          Map.entry("INTEGER", Type.INTEGER),
          Map.entry("BIGINT", Type.INTEGER),
          Map.entry("DECFLOAT", Type.DECIMAL),
          Map.entry("REAL", Type.DOUBLE),
          Map.entry("FLOAT", Type.DOUBLE),
          Map.entry("DOUBLE PRECISION", Type.DOUBLE),
          Map.entry("DATE", Type.DATE),
          Map.entry("TIME", Type.TIME),
          Map.entry("TIMESTAMP", Type.TIMESTAMP),
          Map.entry("TIMESTAMP WITH TIME ZONE", Type.TIMESTAMPTZ),
          Map.entry("UUID", Type.UUID),
          Map.entry("JSON", Type.JSON),
          Map.entry("BINARY VARYING", Type.BINARY),
          Map.entry("BINARY", Type.BINARY),
          Map.entry("BINARY LARGE OBJECT", Type.BINARY));

  private H2Types() {}

  /**
   * The portable type.
   *
   * @param word the type's name without sizes
   * @param nativeType as people write it
   */
  static Type portable(String word, int precision, int scale, String nativeType) {
    if (word.equals("NUMERIC") || word.equals("DECIMAL")) {
      return Type.decimal(precision, scale);
    }
    return NATIVE.getOrDefault(word, Type.other(nativeType));
  }

  /** The type's word in a definition or cast. */
  static String word(Type type) {
    return switch (type.family()) {
      case TEXT, NULL -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case DECIMAL ->
          type.precision() == 0
              ? "DECFLOAT"
              : "NUMERIC(" + type.precision() + ", " + type.scale() + ")";
      case DOUBLE -> "DOUBLE PRECISION";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIME -> "TIME(9)";
      case TIMESTAMP -> "TIMESTAMP(9)";
      case TIMESTAMPTZ -> "TIMESTAMP(9) WITH TIME ZONE";
      case DURATION -> "INTERVAL DAY(18) TO SECOND(9)";
      case UUID -> "UUID";
      case JSON -> "JSON";
      case BINARY -> "VARBINARY";
      case OTHER -> type.nativeName();
    };
  }
}
