package dev.sluice.connectors.postgresql;

import dev.sluice.connectors.dialect.Corrections;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.dialect.PostgresqlSqlDialect;
import org.jspecify.annotations.Nullable;

/** Calcite's PostgreSQL with corrections. */
final class PostgresDialect extends PostgresqlSqlDialect {

  /** Made when SQL is first written, not with each connector. */
  static final SqlDialect INSTANCE = new PostgresDialect();

  private PostgresDialect() {
    super(PostgresqlSqlDialect.DEFAULT_CONTEXT);
  }

  @Override
  public @Nullable SqlNode getCastSpec(RelDataType type) {
    String word =
        switch (type.getSqlTypeName()) {
          case CHAR, VARCHAR -> "TEXT";
          case TINYINT, SMALLINT -> "SMALLINT";
          case INTEGER, BIGINT -> type.getSqlTypeName().getName();
          case DECIMAL -> "NUMERIC(" + type.getPrecision() + ", " + type.getScale() + ")";
          case FLOAT, REAL, DOUBLE -> "DOUBLE PRECISION";
          case TIME -> "TIME";
          case TIMESTAMP -> "TIMESTAMP";
          case TIMESTAMP_TZ, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> "TIMESTAMP WITH TIME ZONE";
          case BINARY, VARBINARY -> "BYTEA";
          case UUID -> "UUID";
          default -> null;
        };
    return word == null ? super.getCastSpec(type) : Corrections.castTo(word, type.getSqlTypeName());
  }

  @Override
  public void quoteStringLiteral(StringBuilder out, @Nullable String charset, String text) {
    Corrections.quoteText(out, text);
  }
}
