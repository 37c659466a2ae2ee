package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.table.Table;
import dev.sluice.engine.connector.SqlProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlDelete;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlUpdate;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/** INSERT, DELETE and UPDATE as syntax trees. */
final class Heads {

  private Heads() {}

  static SqlNode insert(Table target, List<String> columns, SqlNode query) {
    return new SqlInsert(
        Trees.NOWHERE, SqlNodeList.EMPTY, table(target), query, identifiers(columns));
  }

  static SqlNode delete(Table target, @Nullable SqlNode condition) {
    return new SqlDelete(Trees.NOWHERE, table(target), condition, null, null);
  }

  static SqlNode update(Table target, Map<String, SqlNode> values, SqlNode condition) {
    return new SqlUpdate(
        Trees.NOWHERE,
        table(target),
        identifiers(List.copyOf(values.keySet())),
        new SqlNodeList(values.values(), Trees.NOWHERE),
        condition,
        null,
        null);
  }

  /**
   * {@code value IN (query)}; of rows of the query that are not null, as keys and identities are.
   */
  static SqlNode in(SqlNode value, SqlNode query) {
    return SqlStdOperatorTable.IN.createCall(Trees.NOWHERE, value, query);
  }

  static SqlNode table(Table table) {
    return new SqlIdentifier(table.path(), Trees.NOWHERE);
  }

  static SqlNode identity(SqlProfile profile) {
    return column(profile.rowIdentity());
  }

  static SqlNode column(String name) {
    return new SqlIdentifier(List.of(name), Trees.NOWHERE);
  }

  /** One column, or several as a row. */
  static SqlNode columns(List<String> names) {
    List<SqlNode> all = new ArrayList<>(identifiers(names).getList());
    return all.size() == 1
        ? all.get(0)
        : new TemplateOperator("({0..})").createCall(Trees.NOWHERE, all);
  }

  private static SqlNodeList identifiers(List<String> names) {
    return new SqlNodeList(names.stream().map(Heads::column).toList(), Trees.NOWHERE);
  }
}
