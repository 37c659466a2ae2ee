package dev.sluice.engine.run;

import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Takes SQL as it is. Jdbi's own parsers read `//`, `:name` and backslashes as comments, parameters
 * and escapes; in generated SQL they are operators and text.
 */
final class PassThroughParser implements SqlParser {

  /** The attribute of a statement that holds the number of its question marks. */
  static final String PARAMETERS = "sluice.parameters";

  @Override
  public ParsedSql parse(String sql, StatementContext context) {
    Object count = context.getAttribute(PARAMETERS);
    return ParsedSql.of(
        sql, ParsedParameters.positional(count instanceof Integer ? (int) count : 0));
  }

  @Override
  public String nameParameter(String rawName, StatementContext context) {
    throw new UnsupportedOperationException("parameters are bound by position");
  }
}
