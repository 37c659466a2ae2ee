package dev.sluice.connectors.postgresql;

import dev.sluice.dsl.type.Type;
import java.util.Map;

/** PostgreSQL's types and the portable ones. */
final class PostgresTypes {

  /** How a numeric's modifier holds precision and scale; see the server's {@code numeric.c}. */
  private static final int MODIFIER_OFFSET = 4;

  private static final Map<String, Type> NATIVE =
      Map.ofEntries(
          Map.entry("text", Type.TEXT),
          Map.entry("varchar", Type.TEXT),
          Map.entry("bpchar", Type.TEXT),
          Map.entry("char", Type.TEXT),
          Map.entry("name", Type.TEXT),
          Map.entry("citext", Type.TEXT),
          Map.entry("int2", Type.INTEGER),
          Map.entry("int4", Type.INTEGER),
          Map.entry("int8", Type.INTEGER),
          Map.entry("numeric", Type.DECIMAL),
          Map.entry("float4", Type.DOUBLE),
          Map.entry("float8", Type.DOUBLE),
          Map.entry("bool", Type.BOOLEAN),
          Map.entry("date", Type.DATE),
          Map.entry("time", Type.TIME),
          Map.entry("timestamp", Type.TIMESTAMP),
          Map.entry("timestamptz", Type.TIMESTAMPTZ),
          Map.entry("uuid", Type.UUID),
          Map.entry("json", Type.JSON),
          Map.entry("jsonb", Type.JSON),
          Map.entry("bytea", Type.BINARY));

  private PostgresTypes() {}

  /**
   * The portable type.
   *
   * @param base the name of the type beneath all domains
   * @param kind {@code typtype} of the catalogue: {@code e} for an enumeration
   * @param modifier {@code atttypmod}, -1 for none
   * @param nativeType as people write it
   */
  static Type portable(String base, String kind, int modifier, String nativeType) {
    if (kind.equals("e")) {
      return Type.TEXT;
    }
    if (base.equals("numeric") && modifier >= MODIFIER_OFFSET) {
      int sizes = modifier - MODIFIER_OFFSET;
      int precision = (sizes >> 16) & 0xFFFF;
      // eleven bits with a sign
      int scale = ((sizes & 0x7FF) ^ 1024) - 1024;
      return scale < 0 ? Type.decimal(precision - scale, 0) : Type.decimal(precision, scale);
    }
    return NATIVE.getOrDefault(base, Type.other(nativeType));
  }

  /** The type's word in a definition or cast. */
  static String word(Type type) {
    return switch (type.family()) {
      case TEXT, NULL -> "TEXT";
      case INTEGER -> "BIGINT";
      case DECIMAL ->
          type.precision() == 0
              ? "NUMERIC"
              : "NUMERIC(" + type.precision() + ", " + type.scale() + ")";
      case DOUBLE -> "DOUBLE PRECISION";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIME -> "TIME";
      case TIMESTAMP -> "TIMESTAMP";
      case TIMESTAMPTZ -> "TIMESTAMP WITH TIME ZONE";
      case DURATION -> "INTERVAL";
      case UUID -> "UUID";
      case JSON -> "JSONB";
      case BINARY -> "BYTEA";
      case OTHER -> type.nativeName();
    };
  }
}
