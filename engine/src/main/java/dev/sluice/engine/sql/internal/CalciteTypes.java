package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Portable types as Calcite's. Every one is nullable, whatever the catalogue says: what Calcite
 * believes never to be null it does not read. Casts are written from templates, so that precision
 * does not matter here.
 */
final class CalciteTypes {

  private static final Map<Family, SqlTypeName> NAMES = new EnumMap<>(Family.class);

  static {
    NAMES.put(Family.TEXT, SqlTypeName.VARCHAR);
    NAMES.put(Family.INTEGER, SqlTypeName.BIGINT);
    NAMES.put(Family.DECIMAL, SqlTypeName.DECIMAL);
    NAMES.put(Family.DOUBLE, SqlTypeName.DOUBLE);
    NAMES.put(Family.BOOLEAN, SqlTypeName.BOOLEAN);
    NAMES.put(Family.DATE, SqlTypeName.DATE);
    NAMES.put(Family.TIME, SqlTypeName.TIME);
    NAMES.put(Family.TIMESTAMP, SqlTypeName.TIMESTAMP);
    NAMES.put(Family.TIMESTAMPTZ, SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE);
  }

  private final RelDataTypeFactory factory = new Utf8Factory();

  RelDataTypeFactory factory() {
    return factory;
  }

  RelDataType of(Type type) {
    return nullable(factory.createSqlType(NAMES.getOrDefault(type.family(), SqlTypeName.ANY)));
  }

  /** For counts. */
  RelDataType integer() {
    return of(Type.INTEGER);
  }

  RelDataType bool() {
    return of(Type.BOOLEAN);
  }

  /** For the one place where Calcite insists: the filter of an aggregate. */
  RelDataType boolNotNull() {
    return factory.createTypeWithNullability(factory.createSqlType(SqlTypeName.BOOLEAN), false);
  }

  private RelDataType nullable(RelDataType type) {
    return factory.createTypeWithNullability(type, true);
  }

  /** The default of Calcite refuses text outside Latin-1. */
  private static final class Utf8Factory extends SqlTypeFactoryImpl {
    Utf8Factory() {
      super(RelDataTypeSystem.DEFAULT);
    }

    @Override
    public Charset getDefaultCharset() {
      return StandardCharsets.UTF_8;
    }
  }
}
