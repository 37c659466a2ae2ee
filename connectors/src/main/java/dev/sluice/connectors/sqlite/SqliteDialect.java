package dev.sluice.connectors.sqlite;

import dev.sluice.connectors.dialect.Corrections;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.AnsiSqlDialect;
import org.jspecify.annotations.Nullable;

/** SQLite's SQL, of which Calcite has no dialect: the standard's with corrections. */
final class SqliteDialect extends SqlDialect {

  /** Made when SQL is first written, not with each connector. */
  static final SqlDialect INSTANCE = new SqliteDialect();

  private SqliteDialect() {
    super(AnsiSqlDialect.DEFAULT_CONTEXT.withIdentifierQuoteString("\""));
  }

  @Override
  public boolean supportsCharSet() {
    return false;
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
