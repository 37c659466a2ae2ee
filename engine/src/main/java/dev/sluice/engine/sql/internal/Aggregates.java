package dev.sluice.engine.sql.internal;

import com.google.common.collect.ImmutableList;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.And;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.expression.Expression.Or;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlCountAggFunction;

/** Aggregates over one relation, and what they read. */
final class Aggregates {

  /**
   * One aggregate.
   *
   * @param template {@code COUNT(*)}, or what is made of the arguments
   * @param exact whether texts among the arguments are compared or ordered
   * @param filter rows that count: those for which it is true
   */
  record Aggregate(
      String template,
      Type type,
      List<Expression> arguments,
      boolean exact,
      Optional<Expression> filter) {

    static final String COUNT_ROWS = "COUNT(*)";

    /** The rows for which the filter is true; a filter that says the same is the same. */
    static Aggregate rows(Optional<Expression> filter) {
      return new Aggregate(
          COUNT_ROWS, Type.INTEGER, List.of(), false, filter.map(Aggregate::withoutTwiceNot));
    }

    // A database that skips where nothing is null does so for `a is null or b is null` alone.
    private static Expression withoutTwiceNot(Expression filter) {
      if (!(filter instanceof Not outer)) {
        return filter;
      }
      if (outer.operand() instanceof Not inner) {
        return withoutTwiceNot(inner.operand());
      }
      if (outer.operand() instanceof And and
          && and.parts().stream().allMatch(Not.class::isInstance)) {
        return new Or(and.parts().stream().map(part -> ((Not) part).operand()).toList());
      }
      return filter;
    }

    /** Narrowed by what is decided first. */
    Aggregate within(Optional<Expression> where) {
      return new Aggregate(template, type, arguments, exact, both(where, filter));
    }

    /** Whether it needs each row and nothing else. */
    boolean isPlain() {
      return arguments.stream().allMatch(Parts::isPlain) && filter.map(Parts::isPlain).orElse(true);
    }

    Aggregate unfiltered() {
      return new Aggregate(template, type, arguments, exact, Optional.empty());
    }
  }

  private final Workbench bench;
  private final Rows rows;
  private final List<RexNode> values = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<AggregateCall> calls = new ArrayList<>();
  private final int keys;

  /** Grouped by the given terms. */
  Aggregates(Rows rows, List<RexNode> keys) {
    this.bench = rows.bench();
    this.rows = rows;
    keys.forEach(this::place);
    this.keys = keys.size();
  }

  /** Adds one, whose field comes behind the keys and those before. */
  void add(Aggregate aggregate) {
    int filter = aggregate.filter().map(each -> placeFilter(rows.of(each))).orElse(-1);
    if (aggregate.template().equals(Aggregate.COUNT_ROWS)) {
      calls.add(count(bench, filter, bench.fresh("count")));
      return;
    }
    List<Integer> arguments = new ArrayList<>();
    for (Expression argument : aggregate.arguments()) {
      arguments.add(place(aggregate.exact() ? rows.exact(argument) : rows.of(argument)));
    }
    String stem = AggregateForms.word(aggregate.template());
    String template = AggregateForms.of(bench.profile, aggregate);
    calls.add(call(bench, template, aggregate.type(), arguments, filter, bench.fresh(stem)));
  }

  /** The grouped relation: keys, then aggregates. */
  RelNode relation() {
    RelNode input =
        values.isEmpty()
            ? rows.relation()
            : keys == 0
                ? bench.project(rows.relation(), values, names)
                : bench.keys(rows.relation(), values, names);
    return bench.aggregate(input, keys, calls);
  }

  static Optional<Expression> both(Optional<Expression> first, Optional<Expression> second) {
    return first.isPresent() && second.isPresent()
        ? Optional.of(new And(List.of(first.get(), second.get())))
        : first.or(() -> second);
  }

  static AggregateCall count(Workbench bench, int filter, String name) {
    return call(
        new Counting(bench.types.integer()), bench.types.integer(), List.of(), filter, name);
  }

  static AggregateCall call(
      Workbench bench,
      String template,
      Type type,
      List<Integer> arguments,
      int filter,
      String name) {
    RelDataType result = bench.types.of(type);
    return call(
        new TemplateAggregate(bench.terms.withTypes(template), result),
        result,
        arguments,
        filter,
        name);
  }

  private static AggregateCall call(
      SqlAggFunction function, RelDataType type, List<Integer> arguments, int filter, String name) {
    return AggregateCall.create(
        function,
        false,
        false,
        false,
        ImmutableList.of(),
        arguments,
        filter,
        null,
        RelCollations.EMPTY,
        type,
        name);
  }

  /** Nullable like everything else: a count that is joined may be missing. */
  private static final class Counting extends SqlCountAggFunction {
    private final RelDataType type;

    Counting(RelDataType type) {
      super("COUNT");
      this.type = type;
    }

    @Override
    public RelDataType inferReturnType(SqlOperatorBinding binding) {
      return type;
    }
  }

  private int place(RexNode value) {
    int known = values.indexOf(value);
    if (known >= 0) {
      return known;
    }
    values.add(value);
    names.add(bench.fresh("value"));
    return values.size() - 1;
  }

  /** Calcite wants it never to be null, or wraps it in IS TRUE, which is slow. */
  private int placeFilter(RexNode condition) {
    return place(bench.terms.neverNull(condition));
  }
}
