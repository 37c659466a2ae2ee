package dev.sluice.connectors.mariadb;

import dev.sluice.connectors.dialect.Corrections;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.dialect.MysqlSqlDialect;
import org.jspecify.annotations.Nullable;

/** Calcite's MySQL with corrections, for sessions where a backslash is a character. */
final class MariaDbDialect extends MysqlSqlDialect {

  /** Made when SQL is first written, not with each connector. */
  static final SqlDialect INSTANCE = new MariaDbDialect();

  private MariaDbDialect() {
    super(MysqlSqlDialect.DEFAULT_CONTEXT.withIdentifierQuoteString("\""));
  }

  @Override
  public @Nullable SqlNode getCastSpec(RelDataType type) {
    String word =
        switch (type.getSqlTypeName()) {
          case CHAR, VARCHAR -> "CHAR";
          case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT -> "SIGNED";
          case DECIMAL -> "DECIMAL(" + type.getPrecision() + ", " + type.getScale() + ")";
          case FLOAT, REAL, DOUBLE -> "DOUBLE";
          case TIME -> "TIME(6)";
          case TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> "DATETIME(6)";
          case BINARY, VARBINARY -> "BINARY";
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
