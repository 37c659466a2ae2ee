package dev.sluice.engine.sql.internal;

import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.rel2sql.RelToSqlConverter;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Relational algebra to a syntax tree of SQL. One serves one statement, so that aliases differ. */
public final class Converter extends RelToSqlConverter {

  private int barriers;

  Converter(SqlDialect dialect) {
    super(dialect);
  }

  /** The relation as a query. */
  SqlNode query(RelNode relation) {
    return visitInput(new Barrier(relation.getCluster(), relation), 0).asStatement();
  }

  /** A term over the fields of a table, which are named without the table. */
  SqlNode scalar(RelNode table, RexNode term) {
    return aliasContext(Map.of("", table.getRowType()), false).toSql(null, term);
  }

  /** Called by Calcite, which finds it by reflection. */
  public Result visit(Barrier barrier) {
    SqlNode select = visitInput(barrier, 0).asStatement();
    SqlNode named =
        SqlStdOperatorTable.AS.createCall(POS, select, new SqlIdentifier("s" + ++barriers, POS));
    return result(named, List.of(Clause.FROM), barrier, null);
  }
}
