package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Measurement.Groups;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.sql.Marked;
import dev.sluice.engine.sql.Sought;
import dev.sluice.engine.sql.Statement;
import dev.sluice.engine.sql.internal.Aggregates.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;

/** Statements that read rows, or count for the gate. */
public final class Questions {

  private static final String NOT_TRUE = "CASE WHEN {0} THEN FALSE ELSE TRUE END";

  private final Workbench bench;
  private final Relations relations;
  private final Terms terms;

  public Questions(SqlProfile profile) {
    this(new Workbench(profile));
  }

  Questions(Workbench bench) {
    this.bench = bench;
    this.relations = new Relations(bench);
    this.terms = bench.terms;
  }

  /** Rows for which the check is false. */
  public Statement violating(Sought sought) {
    Rows rows = atFault(sought);
    List<RexNode> values = sought.columns().stream().map(rows::field).toList();
    return ordered(rows, values, sought.columns(), sought.orderBy(), sought.limit());
  }

  /** The same as a part of a statement: with other names, and with what orders it beside. */
  SqlNode limited(Sought sought, Map<String, String> names, List<String> keys) {
    Rows rows = atFault(sought);
    List<RexNode> values = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    names.forEach(
        (column, name) -> {
          values.add(rows.field(column));
          columns.add(name);
        });
    for (int i = 0; i < keys.size(); i++) {
      values.add(sortable(rows, rows.column(sought.orderBy().get(i))));
      columns.add(keys.get(i));
    }
    SqlNode query = bench.query(bench.project(rows.relation(), values, columns));
    return Trees.select(
        List.of(SqlIdentifier.star(Trees.NOWHERE)),
        Trees.as(query, bench.fresh("rows")),
        keys.stream().map(this::nullsLast).toList(),
        SqlLiteral.createExactNumeric(Integer.toString(sought.limit()), Trees.NOWHERE));
  }

  private Rows atFault(Sought sought) {
    Rows rows = relations.of(sought.scope());
    new Lookups(relations, rows, sought.per(), () -> relations.seen(sought.scope()))
        .add(sought.check());
    rows.keep(rows.of(new Expression.Not(sought.check())));
    return rows;
  }

  SqlNode nullsLast(String key) {
    return new TemplateOperator(bench.profile.nullsLastTemplate(false), true)
        .createCall(Trees.NOWHERE, new SqlIdentifier(key, Trees.NOWHERE));
  }

  /** Some rows, their values as comparisons see them: without the padding of PostgreSQL's char. */
  public Statement some(Relation relation, List<Column> columns, int limit) {
    Rows rows = relations.of(relation);
    List<RexNode> values =
        columns.stream()
            .map(each -> rows.exact(new ColumnValue(each.name(), each.type())))
            .toList();
    List<String> names = columns.stream().map(Column::name).toList();
    return ordered(rows, values, names, List.of(), limit);
  }

  /** Groups for which the check is not true, with the values of some expressions. */
  public Statement violating(Groups groups, Map<String, Expression> shown, int limit) {
    List<Expression> needed = new ArrayList<>(shown.values());
    needed.add(groups.check());
    Rows rows = GroupsBlock.groups(relations, groups.scope(), groups.per(), needed);
    rows.keep(terms.term(NOT_TRUE, Type.BOOLEAN, rows.of(groups.check())));
    List<RexNode> values = new ArrayList<>();
    groups.per().forEach(column -> values.add(rows.field(column)));
    shown.values().forEach(each -> values.add(rows.of(each)));
    List<String> names = new ArrayList<>(groups.per());
    names.addAll(shown.keySet());
    return ordered(rows, values, names, groups.per(), limit);
  }

  /** Nulls last, texts by code point; types without an order by their text. */
  private Statement ordered(
      Rows rows, List<RexNode> values, List<String> names, List<String> order, int limit) {
    List<RexNode> all = new ArrayList<>(values);
    List<String> columns = new ArrayList<>();
    List<SqlNode> selected = new ArrayList<>();
    for (String name : names) {
      String inner = bench.fresh("shown");
      columns.add(inner);
      selected.add(Trees.as(Heads.column(inner), name));
    }
    List<SqlNode> keys = new ArrayList<>();
    for (String name : order) {
      String inner = bench.fresh("key");
      columns.add(inner);
      all.add(sortable(rows, rows.column(name)));
      keys.add(nullsLast(inner));
    }
    SqlNode query = bench.query(bench.project(rows.relation(), all, columns));
    return bench.statement(
        Trees.select(
            selected,
            Trees.as(query, bench.fresh("rows")),
            keys,
            SqlLiteral.createExactNumeric(Integer.toString(limit), Trees.NOWHERE)));
  }

  RexNode sortable(Rows rows, Column column) {
    RexNode value = rows.ordered(column.name());
    return switch (column.type().family()) {
      case JSON, OTHER, BINARY -> terms.ordered(terms.cast(value, Type.TEXT), Type.TEXT);
      default -> value;
    };
  }

  public Statement count(Relation relation) {
    return counted(relations.of(relation));
  }

  /** The sum of the rows' hashes: the order of rows does not matter, their number does. */
  public Statement fingerprint(Relation relation) {
    Rows rows = relations.of(relation);
    List<RexNode> values =
        relation.columns().stream().map(each -> rows.field(each.name())).toList();
    RexNode hash = terms.term(bench.profile.rowHashTemplate(), Type.INTEGER, values);
    RelNode hashed = bench.project(rows.relation(), List.of(hash), List.of("hash"));
    AggregateCall sum =
        Aggregates.call(bench, "SUM({0})", Type.INTEGER, List.of(0), -1, "fingerprint");
    return bench.statement(bench.query(bench.aggregate(hashed, 0, List.of(sum))));
  }

  /** Rows for which the check is not true. */
  public Statement countOutside(Relation relation, Expression check) {
    Rows rows = relations.of(relation);
    new Lookups(relations, rows, List.of(), () -> relations.of(relation)).add(check);
    rows.keep(terms.term(NOT_TRUE, Type.BOOLEAN, rows.of(check)));
    return counted(rows);
  }

  /** Rows for any of whose columns its template is true. */
  public Statement countAny(Relation relation, Map<String, String> templateByColumn) {
    Rows rows = relations.of(relation);
    List<RexNode> any = new ArrayList<>();
    templateByColumn.forEach(
        (column, template) -> any.add(terms.term(template, Type.BOOLEAN, rows.field(column))));
    rows.keep(terms.or(any));
    return counted(rows);
  }

  /** Rows of a table whose key is among the relation's. */
  public Statement countKeys(Relation relation, Table target, List<String> key) {
    Rows rows = relations.of(relation);
    RelNode keys = bench.project(rows.relation(), key.stream().map(rows::field).toList(), key);
    Rows standing = relations.of(new Relation.Stored(target, Optional.empty()));
    List<RexNode> own = new ArrayList<>();
    for (String part : key) {
      own.add(standing.field(target.column(part).map(Column::name).orElse(part)));
    }
    standing.keep(bench.isAmong(own, keys));
    return counted(standing);
  }

  private Statement counted(Rows rows) {
    Aggregates counts = new Aggregates(rows, List.of());
    counts.add(Aggregate.rows(Optional.empty()));
    return bench.statement(bench.query(counts.relation()));
  }

  /** One row: the number of rows of each kind. */
  public Statement countMarked(Marks marks, List<Marked> kinds) {
    List<Aggregate> counts = new ArrayList<>();
    for (Marked kind : kinds) {
      List<Expression> parts = new ArrayList<>(List.of(any(kind.any())));
      if (!kind.none().isEmpty()) {
        parts.add(new Expression.Not(any(kind.none())));
      }
      counts.add(
          Aggregate.rows(
              Optional.of(parts.size() == 1 ? parts.get(0) : new Expression.And(parts))));
    }
    Aggregates all = new Aggregates(Marking.alone(bench, marks), List.of());
    counts.forEach(all::add);
    return bench.statement(bench.query(all.relation()));
  }

  private static Expression any(List<String> flags) {
    List<Expression> values =
        flags.stream().<Expression>map(flag -> new ColumnValue(flag, Type.BOOLEAN)).toList();
    return values.size() == 1 ? values.get(0) : new Expression.Or(values);
  }
}
