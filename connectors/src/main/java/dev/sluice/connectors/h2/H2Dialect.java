package dev.sluice.connectors.h2;

import dev.sluice.connectors.dialect.Corrections;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.H2SqlDialect;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Calcite's H2 with corrections. */
final class H2Dialect extends H2SqlDialect {

  /** Made when SQL is first written, not with each connector. */
  static final SqlDialect INSTANCE = new H2Dialect();

  private H2Dialect() {
    super(H2SqlDialect.DEFAULT_CONTEXT);
  }

  /** It has FILTER, which would stand behind the last part alone of a composed aggregate. */
  @Override
  public boolean supportsAggregateFunctionFilter() {
    return false;
  }

  /** In quotes the row's identity would be a column. */
  @Override
  public StringBuilder quoteIdentifier(StringBuilder out, String name) {
    return name.equals(H2Sql.IDENTITY) ? out.append(name) : super.quoteIdentifier(out, name);
  }

  @Override
  public boolean supportsCharSet() {
    return false;
  }

  @Override
  public @Nullable SqlNode getCastSpec(RelDataType type) {
    String word =
        switch (type.getSqlTypeName()) {
          case CHAR, VARCHAR -> "VARCHAR";
          case TINYINT, SMALLINT, INTEGER, BIGINT -> type.getSqlTypeName().getName();
          case DECIMAL -> "NUMERIC(" + type.getPrecision() + ", " + type.getScale() + ")";
          case FLOAT, REAL, DOUBLE -> "DOUBLE PRECISION";
          case TIME -> "TIME(9)";
          case TIMESTAMP -> "TIMESTAMP(9)";
          case TIMESTAMP_TZ, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> "TIMESTAMP(9) WITH TIME ZONE";
          case BINARY, VARBINARY -> "VARBINARY";
          case UUID -> "UUID";
          default -> null;
        };
    return word == null ? super.getCastSpec(type) : Corrections.castTo(word, type.getSqlTypeName());
  }

  @Override
  public void quoteStringLiteral(StringBuilder out, @Nullable String charset, String text) {
    Corrections.quoteText(out, text);
  }

  @Override
  public void unparseOffsetFetch(
      SqlWriter writer, @Nullable SqlNode offset, @Nullable SqlNode fetch) {
    unparseFetchUsingLimit(writer, offset, fetch);
  }
}
