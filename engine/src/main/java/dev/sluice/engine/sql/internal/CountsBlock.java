package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Parts;
import dev.sluice.engine.sql.internal.Aggregates.Aggregate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlNode;

/**
 * Aggregates over the rows of one scope, in one pass, or each in a subquery of its own where a
 * predicate in WHERE lets the database skip what cannot satisfy it.
 */
final class CountsBlock implements Block {

  private final Scope scope;
  private final List<String> per;
  private final List<Aggregate> aggregates = new ArrayList<>();

  /** {@code per}: the groups within which the aggregates' lookups are made. */
  CountsBlock(Scope scope, List<String> per) {
    this.scope = scope;
    this.per = per;
  }

  /** The place of an aggregate, which is added unless it is there. */
  int place(Aggregate aggregate) {
    int known = aggregates.indexOf(aggregate);
    if (known >= 0) {
      return known;
    }
    aggregates.add(aggregate);
    return aggregates.size() - 1;
  }

  @Override
  public int width() {
    return aggregates.size();
  }

  @Override
  public SqlNode query(Relations relations) {
    Workbench bench = relations.bench();
    boolean single = aggregates.size() == 1;
    if (single) {
      return alone(relations, aggregates.get(0));
    }
    boolean plain =
        scope.where().map(Parts::isPlain).orElse(true)
            && aggregates.stream().allMatch(Aggregate::isPlain);
    return plain && bench.prunes(scope.relation()) ? apart(relations) : together(relations);
  }

  /**
   * Each filter in a WHERE of its own. What skips nothing there shares one pass, unless it keeps
   * all values in memory.
   */
  private SqlNode apart(Relations relations) {
    Workbench bench = relations.bench();
    Set<String> searched = searched();
    List<Aggregate> together =
        aggregates.stream().filter(each -> isShared(each, searched)).toList();
    if (together.size() < 2) {
      return Trees.row(bench, aggregates.stream().map(each -> alone(relations, each)).toList());
    }
    Rows rows = looked(relations, together);
    Aggregates all = new Aggregates(rows, List.of());
    together.forEach(all::add);
    RelNode shared = all.relation();
    List<String> names = shared.getRowType().getFieldNames();
    List<SqlNode> columns = new ArrayList<>();
    int next = 0;
    for (Aggregate each : aggregates) {
      columns.add(
          together.contains(each)
              ? Heads.column(names.get(next++))
              : Trees.as(alone(relations, each), bench.fresh("count")));
    }
    return Trees.select(columns, Trees.as(bench.query(shared), bench.fresh("totals")));
  }

  /** Columns that a regular expression reads in the shared pass. */
  private Set<String> searched() {
    Set<String> columns = new HashSet<>();
    for (Aggregate each : aggregates) {
      each.filter()
          .filter(CountsBlock::isSearch)
          .map(Expressions::columns)
          .ifPresent(columns::addAll);
    }
    return columns;
  }

  private static boolean isShared(Aggregate aggregate, Set<String> searched) {
    if (aggregate.filter().isEmpty()) {
      return !aggregate.template().startsWith("PERCENTILE");
    }
    // No range of values tells that a regular expression has no match among them; and its column,
    // once it is read, is not read again for its nulls.
    Expression filter = aggregate.filter().get();
    return isSearch(filter)
        || (filter instanceof Expression.IsNull
            && searched.containsAll(Expressions.columns(filter)));
  }

  private static boolean isSearch(Expression filter) {
    Expression stated = filter instanceof Expression.Not not ? not.operand() : filter;
    return stated instanceof Expression.Matches;
  }

  private SqlNode alone(Relations relations, Aggregate aggregate) {
    Rows rows = looked(relations, List.of(aggregate));
    aggregate.filter().ifPresent(filter -> rows.keep(rows.of(filter)));
    Aggregates one = new Aggregates(rows, List.of());
    one.add(aggregate.unfiltered());
    return relations.bench().query(one.relation());
  }

  private SqlNode together(Relations relations) {
    Optional<Expression> common = commonFilter();
    Rows rows = looked(relations, aggregates);
    common.ifPresent(filter -> rows.keep(rows.of(filter)));
    Aggregates all = new Aggregates(rows, List.of());
    for (Aggregate aggregate : aggregates) {
      all.add(aggregate.filter().equals(common) ? aggregate.unfiltered() : aggregate);
    }
    return relations.bench().query(all.relation());
  }

  /** The filter of all, if there is one. */
  private Optional<Expression> commonFilter() {
    Set<Optional<Expression>> filters = new LinkedHashSet<>();
    aggregates.forEach(each -> filters.add(each.filter()));
    return filters.size() == 1 ? filters.iterator().next() : Optional.empty();
  }

  private Rows looked(Relations relations, List<Aggregate> read) {
    List<Expression> expressions = new ArrayList<>();
    for (Aggregate aggregate : read) {
      expressions.addAll(aggregate.arguments());
      aggregate.filter().ifPresent(expressions::add);
    }
    Rows rows = relations.of(scope);
    new Lookups(relations, rows, per, () -> relations.seen(scope)).add(expressions);
    return rows;
  }
}
