package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.sql.Sought;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Samples of several lines of one relation in one statement: a SELECT for each, put under each
 * other. Each column that any of them shows has its own place, so that no value changes its type; a
 * first SELECT without rows says which types these are. Where each look is a pass over the table,
 * the rows at fault of all lines are found in one pass.
 */
public final class SamplesTogether {

  private final Workbench bench;
  private final Relations relations;
  private final Questions questions;

  public SamplesTogether(SqlProfile profile) {
    this.bench = new Workbench(profile);
    this.relations = new Relations(bench);
    this.questions = new Questions(bench);
  }

  /** All of the same relation, and of checks and scopes that need no other rows. */
  public Statement of(List<Sought> all) {
    Relation relation = all.get(0).scope().relation();
    Set<String> shown = new LinkedHashSet<>();
    all.forEach(each -> shown.addAll(each.columns()));
    Optional<Found> found =
        bench.prunes(relation) ? Optional.empty() : Optional.of(found(relation, all, shown));
    SqlNode union = head(relation, shown);
    for (int line = 0; line < all.size(); line++) {
      SqlNode branch = branch(all.get(line), line, shown, found);
      union = SqlStdOperatorTable.UNION_ALL.createCall(Trees.NOWHERE, union, branch);
    }
    SqlNode ordered =
        Trees.select(
            List.of(SqlIdentifier.star(Trees.NOWHERE)),
            Trees.as(union, bench.fresh("samples")),
            List.of(Heads.column(Sought.LINE), Heads.column(Sought.PLACE)),
            null);
    return bench.statement(found.map(each -> with(each, ordered)).orElse(ordered));
  }

  /** Rows at fault of any line: columns and what orders them, by name, and a flag for each line. */
  private record Found(
      String name,
      SqlNode query,
      Map<String, String> columns,
      Map<String, String> keys,
      List<String> flags) {}

  private Found found(Relation relation, List<Sought> all, Set<String> shown) {
    Rows rows = relations.of(relation);
    Map<String, RexNode> values = new LinkedHashMap<>();
    Map<String, String> columns = new TreeMap<>();
    Map<String, String> keys = new TreeMap<>();
    List<String> flags = new ArrayList<>();
    for (String column : shown) {
      columns.put(column, bench.fresh("column"));
      values.put(columns.getOrDefault(column, column), rows.field(column));
    }
    for (Sought each : all) {
      for (String column : each.orderBy()) {
        if (!keys.containsKey(column)) {
          keys.put(column, bench.fresh("order"));
          values.put(
              keys.getOrDefault(column, column), questions.sortable(rows, rows.column(column)));
        }
      }
    }
    List<RexNode> any = new ArrayList<>();
    for (Sought each : all) {
      any.add(rows.of(fault(each)));
      flags.add(bench.fresh("fault"));
      values.put(flags.get(flags.size() - 1), bench.terms.flag(rows.of(fault(each))));
    }
    rows.keep(bench.terms.or(any));
    SqlNode query =
        bench.query(
            bench.project(
                rows.relation(), List.copyOf(values.values()), List.copyOf(values.keySet())));
    return new Found(bench.fresh("found"), query, columns, keys, flags);
  }

  private static Expression fault(Sought sought) {
    Expression not = new Not(sought.check());
    return sought
        .scope()
        .where()
        .<Expression>map(where -> new Expression.And(List.of(where, not)))
        .orElse(not);
  }

  /** No row, with the types of all columns. */
  private SqlNode head(Relation relation, Set<String> shown) {
    Rows rows = relations.of(relation);
    List<RexNode> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String place : List.of(Sought.LINE, Sought.PLACE)) {
      values.add(bench.terms.cast(bench.terms.whole(0), Type.INTEGER));
      names.add(place);
    }
    for (String column : shown) {
      values.add(rows.field(column));
      names.add(column);
    }
    rows.keep(bench.terms.term("1 = 0", Type.BOOLEAN, List.of()));
    return bench.query(bench.project(rows.relation(), values, names));
  }

  private SqlNode branch(Sought sought, int line, Set<String> shown, Optional<Found> found) {
    Map<String, String> inner = new TreeMap<>();
    sought.columns().forEach(column -> inner.put(column, bench.fresh("shown")));
    List<String> keys = sought.orderBy().stream().map(column -> bench.fresh("key")).toList();
    SqlNode limited =
        found.isPresent()
            ? among(found.get(), line, sought, inner, keys)
            : questions.limited(sought, inner, keys);
    List<SqlNode> order = keys.stream().map(questions::nullsLast).toList();
    List<SqlNode> selected = new ArrayList<>();
    selected.add(Trees.as(number(line), Sought.LINE));
    selected.add(
        Trees.as(
            new TemplateOperator("ROW_NUMBER() OVER (ORDER BY {0..})")
                .createCall(Trees.NOWHERE, order),
            Sought.PLACE));
    for (String column : shown) {
      String name = inner.get(column);
      selected.add(
          Trees.as(
              name == null ? SqlLiteral.createNull(Trees.NOWHERE) : Heads.column(name), column));
    }
    return Trees.select(selected, Trees.as(limited, bench.fresh("rows")));
  }

  private SqlNode among(
      Found found, int line, Sought sought, Map<String, String> inner, List<String> keys) {
    List<SqlNode> selected = new ArrayList<>();
    inner.forEach(
        (column, name) ->
            selected.add(Trees.as(Heads.column(found.columns().getOrDefault(column, "")), name)));
    for (int i = 0; i < keys.size(); i++) {
      String key = found.keys().getOrDefault(sought.orderBy().get(i), "");
      selected.add(Trees.as(Heads.column(key), keys.get(i)));
    }
    SqlSelect select =
        Trees.select(
            selected,
            Heads.column(found.name()),
            keys.stream().map(questions::nullsLast).toList(),
            number(sought.limit()));
    select.setWhere(Heads.column(found.flags().get(line)));
    return select;
  }

  private static SqlNode with(Found found, SqlNode body) {
    SqlWithItem item =
        new SqlWithItem(
            Trees.NOWHERE,
            new SqlIdentifier(found.name(), Trees.NOWHERE),
            null,
            found.query(),
            SqlLiteral.createBoolean(false, Trees.NOWHERE));
    return new SqlWith(Trees.NOWHERE, new SqlNodeList(List.of(item), Trees.NOWHERE), body);
  }

  private static SqlNode number(int value) {
    return SqlLiteral.createExactNumeric(Integer.toString(value), Trees.NOWHERE);
  }
}
