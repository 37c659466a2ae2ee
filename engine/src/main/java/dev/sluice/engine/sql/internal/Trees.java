package dev.sluice.engine.sql.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Syntax trees of queries, put together of others. */
final class Trees {

  // Unquoted, `user` would be the function of that name, and give the login for every row.
  static final SqlParserPos NOWHERE = SqlParserPos.QUOTED_ZERO;

  private Trees() {}

  /** One row of scalar subqueries. */
  static SqlNode row(Workbench bench, List<SqlNode> queries) {
    List<SqlNode> columns = new ArrayList<>();
    for (SqlNode query : queries) {
      columns.add(as(query, bench.fresh("count")));
    }
    return select(columns, null);
  }

  /** Queries of one row each, side by side. */
  static SqlNode beside(Workbench bench, List<SqlNode> queries) {
    if (queries.size() == 1) {
      return queries.get(0);
    }
    SqlNode from = as(queries.get(0), bench.fresh("part"));
    for (SqlNode query : queries.subList(1, queries.size())) {
      from =
          new SqlJoin(
              NOWHERE,
              from,
              SqlLiteral.createBoolean(false, NOWHERE),
              JoinType.CROSS.symbol(NOWHERE),
              as(query, bench.fresh("part")),
              JoinConditionType.NONE.symbol(NOWHERE),
              null);
    }
    return select(List.of(SqlIdentifier.star(NOWHERE)), from);
  }

  static SqlSelect select(List<SqlNode> columns, @Nullable SqlNode from) {
    return select(columns, from, null, null);
  }

  static SqlSelect select(
      List<SqlNode> columns,
      @Nullable SqlNode from,
      @Nullable List<SqlNode> order,
      @Nullable SqlNode limit) {
    return new SqlSelect(
        NOWHERE,
        null,
        new SqlNodeList(columns, NOWHERE),
        from,
        null,
        null,
        null,
        null,
        null,
        order == null || order.isEmpty() ? null : new SqlNodeList(order, NOWHERE),
        null,
        limit,
        null);
  }

  static SqlNode as(SqlNode query, String name) {
    return SqlStdOperatorTable.AS.createCall(NOWHERE, query, new SqlIdentifier(name, NOWHERE));
  }
}
