package dev.sluice.connectors.duckdb;

import dev.sluice.connectors.dialect.Corrections;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;
import org.jspecify.annotations.Nullable;

/** Calcite's DuckDB with corrections. */
final class DuckDbDialect extends DuckDBSqlDialect {

  /** Made when SQL is first written, not with each connector. */
  static final SqlDialect INSTANCE = new DuckDbDialect();

  private DuckDbDialect() {
    super(DuckDBSqlDialect.DEFAULT_CONTEXT);
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
          case DECIMAL -> "DECIMAL(" + type.getPrecision() + ", " + type.getScale() + ")";
          case FLOAT, REAL, DOUBLE -> "DOUBLE";
          case TIME -> "TIME";
          case TIMESTAMP -> "TIMESTAMP";
          case TIMESTAMP_TZ, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> "TIMESTAMP WITH TIME ZONE";
          case BINARY, VARBINARY -> "BLOB";
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
