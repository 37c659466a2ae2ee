package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.function.Metrics;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Metrics with their arguments, filters and sources. */
final class MetricCalls {

  private final Typing typing;

  MetricCalls(Typing typing) {
    this.typing = typing;
  }

  Expression measure(Metric metric, Node.Call call, Scope scope) {
    refuseHere(call, scope);
    refuseArguments(metric, call, scope);
    Optional<Table> source = call.source().map(each -> typing.names().table(each.table(), scope));
    Scope inside = scope.metric(source.orElse(scope.relation()));
    List<Node> filters = new ArrayList<>(call.filter().stream().toList());
    call.source().flatMap(Node.Source::filter).ifPresent(filters::add);
    refuseColumnFilter(metric, filters, scope);
    List<Operand> arguments = typing.each(call.arguments(), each -> argument(metric, each, inside));
    List<Expression> conditions = typing.each(filters, each -> typing.check(each, inside));
    Type type = type(metric, call, arguments, scope);
    refuseCoarse(metric, arguments, scope);
    if (metric == Metric.PERCENTILE || metric == Metric.PERCENTILE_DISC) {
      refusePortion(metric, arguments.get(1), scope);
    }
    Optional<Expression> filter =
        conditions.size() > 1
            ? Optional.of(new Expression.And(conditions))
            : conditions.stream().findFirst();
    Measure measure =
        new Measure(metric, arguments.stream().map(Operand::value).toList(), filter, source, type);
    scope.notes().metric(Wording.plain(Substitution.of(call, scope.arguments())), measure);
    return measure;
  }

  private static void refuseHere(Node.Call call, Scope scope) {
    String shown = Wording.of(call);
    Diagnostic error =
        switch (scope.place()) {
          case CHECK -> null;
          case METRIC ->
              scope
                  .error(Code.E0303, "a metric cannot stand inside a metric", call.span())
                  .help(
                      "a row is compared with a metric by a check on rows: `amount < 3 * avg(amount)`");
          case WHERE ->
              scope
                  .error(Code.E0303, "`where` picks rows, and cannot read a metric", call.span())
                  .caret("this is about the whole table")
                  .help("compare with " + shown + " in the check");
          case SLICE ->
              scope
                  .error(Code.E0303, "`slice` picks rows, and cannot read a metric", call.span())
                  .caret("this is about the whole table")
                  .help("name the rows by their columns: `day = $load_date`");
          case DEFAULT ->
              scope
                  .error(Code.E0303, "`default` cannot read a metric", call.span())
                  .caret("this is about the whole table")
                  .help("give a literal, a `$param` or a column");
        };
    if (error != null) {
      throw Refusal.of(error);
    }
  }

  /** {@code row_count(payments)}. */
  private static void refuseArguments(Metric metric, Node.Call call, Scope scope) {
    if (metric != Metric.ROW_COUNT || call.arguments().isEmpty()) {
      return;
    }
    Node argument = call.arguments().get(0);
    boolean table = argument instanceof Node.Column && call.source().isEmpty();
    String some = "row_count(where " + Wording.plain(argument) + ")";
    throw Refusal.of(
        scope
            .error(Code.E0502, "`row_count` takes no value in its brackets", argument.span())
            .help(
                table
                    ? "of another table it is "
                        + Wording.quoted("row_count of " + Wording.plain(argument))
                    : "some rows are counted with " + Wording.quoted(some)));
  }

  private static void refuseColumnFilter(Metric metric, List<Node> filters, Scope scope) {
    if (metric == Metric.COLUMN_COUNT && !filters.isEmpty()) {
      throw Refusal.of(
          scope.error(
              Code.E0502,
              "`column_count` counts columns, and takes no `where`",
              filters.get(0).span()));
    }
  }

  private Operand argument(Metric metric, Node node, Scope inside) {
    if (node instanceof Node.Tuple) {
      throw Refusal.of(
          inside.error(Code.E0502, "`" + metric.word() + "` takes single values", node.span()));
    }
    Expression value =
        metric == Metric.SHARE ? typing.check(node, inside) : typing.value(node, inside);
    boolean statement =
        value.type().is(Type.Family.BOOLEAN)
            && !(node instanceof Node.Column)
            && (metric == Metric.COUNT || metric == Metric.DISTINCT_COUNT);
    if (statement) {
      throw Refusal.of(
          inside
              .error(
                  Code.E0502,
                  "`" + metric.word() + "` counts values, whether true or false",
                  node.span())
              .help(
                  "count the rows with "
                      + Wording.quoted("row_count(where " + Wording.plain(node) + ")")));
    }
    return new Operand(value, node);
  }

  private static Type type(Metric metric, Node.Call call, List<Operand> arguments, Scope scope) {
    List<Type> types = arguments.stream().map(Operand::type).toList();
    Optional<Type> known = Metrics.result(metric, types);
    if (known.isPresent()) {
      return known.get();
    }
    if (types.stream().anyMatch(Unknown::is)) {
      return Unknown.TYPE;
    }
    Diagnostic error =
        scope
            .error(
                Code.E0502,
                arguments.isEmpty()
                    ? "`" + metric.word() + "` needs something in its brackets"
                    : "`" + metric.word() + "` does not take " + Wording.types(types),
                arguments.size() == 1 ? arguments.get(0).node().span() : call.span())
            .help("it is written `" + Metrics.signature(metric) + "`");
    throw Refusal.of(
        types.size() == 1 ? error.caret("this is " + Wording.of(types.get(0))) : error);
  }

  private static void refuseCoarse(Metric metric, List<Operand> arguments, Scope scope) {
    boolean portion = metric == Metric.PERCENTILE || metric == Metric.PERCENTILE_DISC;
    List<Operand> values = portion ? arguments.subList(0, 1) : arguments;
    for (Operand value : values) {
      if (Level.of(value.value()) == Level.CONSTANT) {
        Diagnostic error =
            scope
                .error(
                    Code.E0303,
                    "`" + metric.word() + "` needs something that the rows hold",
                    value.node().span())
                .caret("this is the same for every row");
        throw Refusal.of(
            metric == Metric.COUNT ? error.help("the number of rows is `row_count`") : error);
      }
    }
  }

  private static void refusePortion(Metric metric, Operand portion, Scope scope) {
    if (!(portion.value() instanceof Constant constant)) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0502,
                  "the portion of `" + metric.word() + "` must be known beforehand",
                  portion.node().span())
              .help("such as `" + metric.word() + "(x, 0.95)`"));
    }
    if (constant.value() instanceof BigDecimal value
        && (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0)) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0507,
                  "the portion of `" + metric.word() + "` lies between 0 and 1",
                  portion.node().span())
              .help("the 95th of 100 is `0.95` or `95%`"));
    }
  }
}
