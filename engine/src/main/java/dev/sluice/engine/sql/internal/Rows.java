package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.table.Column;
import dev.sluice.engine.plan.Marks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;

/**
 * A relation under construction: the columns of a table first, then what was looked up for its
 * rows, joined on at the right. The places of fields never change while it grows.
 */
final class Rows {

  private final Workbench bench;
  private final Scalars scalars;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<Expression, RexNode> known = new HashMap<>();
  private final Map<Expression, Ratio> ratios = new HashMap<>();
  private RelNode relation;

  /** The first fields of the relation are the columns, in their order. */
  Rows(Workbench bench, RelNode relation, List<Column> columns) {
    this.bench = bench;
    this.relation = relation;
    this.scalars = new Scalars(bench.profile, bench.terms, this::given, ratios);
    for (Column column : columns) {
      this.columns.put(column.name(), column);
    }
    List<String> names = relation.getRowType().getFieldNames();
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
  }

  RelNode relation() {
    return relation;
  }

  Workbench bench() {
    return bench;
  }

  /** The columns of the table. */
  List<Column> columns() {
    return List.copyOf(columns.values());
  }

  Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("no column `" + name + "` in the relation");
    }
    return column;
  }

  /** A field as it is stored. */
  RexNode field(String name) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException("no column `" + name + "` in the relation");
    }
    return bench.field(relation, place);
  }

  /** A field as it is published. */
  RexNode copied(String name) {
    Column column = column(name);
    String template = bench.profile.copyTemplate(column);
    return template.equals("{0}")
        ? field(name)
        : bench.terms.term(template, column.type(), field(name));
  }

  /** Names a field that was joined. */
  void place(String name, int place) {
    places.put(name, place);
  }

  RexNode identity() {
    return field(Marks.ROW);
  }

  RexNode of(Expression expression) {
    return scalars.of(expression);
  }

  /** As it is equal and groups. */
  RexNode exact(Expression expression) {
    return scalars.exact(expression);
  }

  /** As it orders. */
  RexNode ordered(Expression expression) {
    return scalars.ordered(expression);
  }

  /** A column as it orders. */
  RexNode ordered(String column) {
    return ordered(new ColumnValue(column, column(column).type()));
  }

  /** A column as it is equal and groups. */
  RexNode exact(String column) {
    return exact(new ColumnValue(column, column(column).type()));
  }

  boolean knows(Expression lookup) {
    return known.containsKey(lookup);
  }

  void know(Expression lookup, RexNode term) {
    known.put(lookup, term);
  }

  void knowRatio(Expression measure, Ratio ratio) {
    ratios.put(measure, ratio);
  }

  /** What was looked up stays in the relation, but lookups of another scope may be equal. */
  void forget() {
    known.clear();
    ratios.clear();
  }

  /** Adds a term with a window, beneath everything that comes, and gives its field. */
  RexNode append(String name, RexNode window) {
    List<RexNode> values = new ArrayList<>(bench.fields(relation));
    List<String> names = new ArrayList<>(relation.getRowType().getFieldNames());
    values.add(window);
    names.add(name);
    relation = bench.barrier(bench.project(relation, values, names));
    return bench.field(relation, names.size() - 1);
  }

  /** Where the right's fields will be, for the condition of a join. */
  int offset() {
    return bench.width(relation);
  }

  void join(RelNode right, JoinRelType kind, RexNode condition) {
    relation = bench.join(relation, right, kind, condition);
  }

  void keep(RexNode condition) {
    relation = bench.filter(relation, condition);
  }

  private RexNode given(Expression expression) {
    RexNode term = known.get(expression);
    if (term != null) {
      return term;
    }
    if (expression instanceof ColumnValue columnValue) {
      return plain(columnValue);
    }
    throw new IllegalStateException("nothing was looked up for " + expression);
  }

  /** The column in the portable type. */
  private RexNode plain(ColumnValue value) {
    Column column = column(value.name());
    RexNode field = field(value.name());
    String template = bench.profile.valueTemplate(column);
    return template.equals("{0}") ? field : bench.terms.term(template, column.type(), field);
  }
}
