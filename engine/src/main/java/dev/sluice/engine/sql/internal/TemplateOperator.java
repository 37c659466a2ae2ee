package dev.sluice.engine.sql.internal;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.SqlWriter;

/** A scalar operator that is written as its template says; its type is given with each call. */
final class TemplateOperator extends SqlSpecialOperator {

  private final Template template;

  TemplateOperator(String template) {
    this(template, false);
  }

  /** {@code bare}: never put in brackets. */
  TemplateOperator(String template, boolean bare) {
    super(template, SqlKind.OTHER_FUNCTION, 100, true, null, null, null);
    this.template = new Template(template, bare);
  }

  @Override
  public SqlSyntax getSyntax() {
    return SqlSyntax.SPECIAL;
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
    template.write(writer, call.getOperandList());
  }
}
