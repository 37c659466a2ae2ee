package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.expression.Expression.Ordered;
import dev.sluice.dsl.expression.Expression.Unique;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Parts;
import dev.sluice.engine.plan.Relation.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;

/**
 * Brings to each row what a statement needs of other rows: whether its key is repeated, whether it
 * is in another table, what came before it, and the metrics of its table or group.
 */
final class Lookups {

  private final Relations relations;
  private final Workbench bench;
  private final Terms terms;
  private final Rows rows;
  private final List<String> per;
  private final Supplier<Rows> scope;
  private final Optional<RexNode> within;

  /**
   * @param per the groups within which uniqueness, order and metrics are taken
   * @param scope the rows among which they are taken, made anew at each call
   */
  Lookups(Relations relations, Rows rows, List<String> per, Supplier<Rows> scope) {
    this(relations, rows, per, scope, Optional.empty());
  }

  /** {@code within} is true for the rows that are of the scope, where {@code rows} has others. */
  Lookups(
      Relations relations,
      Rows rows,
      List<String> per,
      Supplier<Rows> scope,
      Optional<RexNode> within) {
    this.relations = relations;
    this.bench = relations.bench();
    this.terms = bench.terms;
    this.rows = rows;
    this.per = per;
    this.scope = scope;
    this.within = within;
  }

  /** Joins what the expression needs and the rows do not know yet. */
  void add(Expression expression) {
    add(List.of(expression));
  }

  void add(List<Expression> expressions) {
    List<Expression> unknown =
        expressions.stream()
            .flatMap(expression -> Parts.lookups(expression).stream())
            .filter(lookup -> !rows.knows(lookup))
            .distinct()
            .toList();
    Map<Optional<Table>, List<Measure>> measures = new LinkedHashMap<>();
    for (Expression lookup : unknown) {
      if (lookup instanceof Measure measure) {
        measures.computeIfAbsent(measure.table(), table -> new ArrayList<>()).add(measure);
      }
    }
    measures.forEach(this::addMeasures);
    for (Expression lookup : unknown) {
      if (!rows.knows(lookup)) {
        rows.know(lookup, term(lookup));
      }
    }
  }

  private RexNode term(Expression lookup) {
    if (lookup instanceof Unique unique) {
      return unique(unique);
    }
    if (lookup instanceof Among among) {
      return among(among);
    }
    return ordered((Ordered) lookup);
  }

  private void addMeasures(Optional<Table> table, List<Measure> measures) {
    List<String> groups = table.isPresent() ? List.of() : per;
    Supplier<Rows> source =
        table.isPresent() ? () -> relations.of(new Stored(table.get(), Optional.empty())) : scope;
    Summary summary = new Summaries(relations).of(source, groups, measures);
    int offset = rows.offset();
    if (!summary.isEmpty()) {
      List<RexNode> equal = new ArrayList<>();
      for (int i = 0; i < groups.size(); i++) {
        equal.add(sameGroup(groups.get(i), bench.field(summary.relation(), i, offset)));
      }
      JoinRelType kind = groups.isEmpty() ? JoinRelType.INNER : JoinRelType.LEFT;
      rows.join(summary.relation(), kind, terms.and(equal));
    }
    summary.tell(rows, measures, offset);
  }

  /** Null where a part of the key is null, else whether the key is not among the repeated ones. */
  private RexNode unique(Unique unique) {
    RelNode repeated = new Duplicates(relations).repeated(scope.get(), unique.key(), per, scope);
    int offset = rows.offset();
    List<RexNode> key = unique.key().stream().map(rows::exact).toList();
    if (per.isEmpty() && bench.profile.joinsByLoops()) {
      List<RexNode> read = bench.fields(repeated).subList(0, key.size());
      return unlessNull(key, terms.not(bench.isAmong(key, bench.project(repeated, read))));
    }
    List<RexNode> equal = new ArrayList<>();
    for (int i = 0; i < per.size(); i++) {
      equal.add(sameGroup(per.get(i), bench.field(repeated, i, offset)));
    }
    for (int i = 0; i < key.size(); i++) {
      equal.add(equal(key.get(i), bench.field(repeated, per.size() + i, offset)));
    }
    rows.join(repeated, JoinRelType.LEFT, terms.and(equal));
    return unlessNull(key, terms.isNull(bench.field(repeated, per.size(), offset)));
  }

  private RexNode among(Among among) {
    RelNode present = present(among);
    int offset = rows.offset();
    List<RexNode> key = among.key().stream().map(rows::exact).toList();
    if (bench.profile.joinsByLoops()) {
      return unlessNull(key, bench.isAmong(key, present));
    }
    List<RexNode> equal = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      equal.add(equal(key.get(i), bench.field(present, i, offset)));
    }
    rows.join(present, JoinRelType.LEFT, terms.and(equal));
    return unlessNull(key, terms.isNotNull(bench.field(present, 0, offset)));
  }

  /** The other table's keys, each once. */
  private RelNode present(Among among) {
    Rows other = relations.of(new Stored(among.table(), Optional.empty()));
    List<RexNode> values = among.columns().stream().map(other::exact).toList();
    other.keep(terms.noneNull(values));
    List<String> names = values.stream().map(value -> bench.fresh("key")).toList();
    RelNode keys = bench.keys(other.relation(), values, names);
    return bench.aggregate(keys, names.size(), List.of());
  }

  /** Rows without value or place in the order are put aside into partitions of their own. */
  private RexNode ordered(Ordered ordered) {
    RexNode value = rows.ordered(ordered.value());
    RexNode by = rows.ordered(ordered.by());
    RexNode missing = terms.anyNull(List.of(value, by));
    List<RexNode> operands = new ArrayList<>(List.of(value, by, terms.flag(missing)));
    within.ifPresent(condition -> operands.add(terms.flag(condition)));
    per.forEach(column -> operands.add(rows.exact(column)));
    Type type = ordered.value().type();
    RexNode before =
        rows.append(
            bench.fresh("before"),
            terms.term("LAG({0}) OVER (PARTITION BY {2..} ORDER BY {1}, {0})", type, operands));
    Operator operator =
        ordered.descending()
            ? ordered.strict() ? Operator.LESS : Operator.LESS_OR_EQUAL
            : ordered.strict() ? Operator.GREATER : Operator.GREATER_OR_EQUAL;
    RexNode met =
        new Comparisons(terms)
            .of(new Compare(operator, ordered.value(), ordered.value()), value, before);
    return terms.term(
        "CASE WHEN {0} THEN NULL WHEN {1} THEN TRUE ELSE {2} END",
        Type.BOOLEAN, missing, terms.isNull(before), met);
  }

  private RexNode unlessNull(List<RexNode> key, RexNode statement) {
    return terms.term(
        "CASE WHEN {0} THEN NULL ELSE {1} END", Type.BOOLEAN, terms.anyNull(key), statement);
  }

  private RexNode equal(RexNode left, RexNode right) {
    return terms.term("{0} = {1}", Type.BOOLEAN, left, right);
  }

  private RexNode sameGroup(String column, RexNode other) {
    return NullSafe.equal(terms, rows.exact(column), other, rows.column(column).type());
  }
}
