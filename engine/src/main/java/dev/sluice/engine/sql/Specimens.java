package dev.sluice.engine.sql;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.In;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Matches;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.expression.Expression.Unique;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Plan;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements such as most suites need: compiling them has the JVM load the compiler. */
public final class Specimens {

  private static final Column NUMBER = new Column("number", Type.INTEGER, "BIGINT", true);
  private static final Column TEXT = new Column("text", Type.TEXT, "VARCHAR", true);
  private static final Table TABLE =
      new Table(List.of("specimen"), "specimen", List.of(NUMBER, TEXT));

  private Specimens() {}

  /** Compiles them, and returns how many they are. */
  public static int compile(SqlProfile profile) {
    Measurement.Scope scope =
        new Measurement.Scope(new Relation.Stored(TABLE, Optional.empty()), Optional.empty());
    List<Measurement> measurements = new ArrayList<>(List.of(new Measurement.Rows(scope)));
    checks().forEach(each -> measurements.add(new Measurement.Tally(scope, each, List.of())));
    metrics().forEach(each -> measurements.add(new Measurement.Value(scope, each)));
    SqlCompiler compiler = new SqlCompiler(profile);
    Plan plan = Plan.of(measurements, profile, Rules.ALL);
    plan.scans().forEach(compiler::compile);
    plan.keyScans().forEach(each -> compiler.keys(each, Optional.empty()));
    List<String> columns = List.of(NUMBER.name(), TEXT.name());
    compiler.samples(
        checks().subList(0, 2).stream()
            .map(each -> new Sought(scope, each, List.of(), columns, columns, 10))
            .toList());
    return plan.statements() + 1;
  }

  private static List<Expression> checks() {
    Expression number = new ColumnValue(NUMBER.name(), NUMBER.type());
    Expression text = new ColumnValue(TEXT.name(), TEXT.type());
    Constant one = new Constant(BigDecimal.ONE, Type.INTEGER);
    Constant word = new Constant("a", Type.TEXT);
    return List.of(
        new Compare(Operator.GREATER_OR_EQUAL, number, one),
        new Not(new IsNull(number)),
        new In(text, List.of(word, word)),
        new Matches(text, new Regex.Literal('a')),
        new Unique(List.of(number)),
        new Among(List.of(number), TABLE, List.of(NUMBER.name())));
  }

  private static List<Measure> metrics() {
    List<Expression> number = List.of(new ColumnValue(NUMBER.name(), NUMBER.type()));
    return List.of(
        new Measure(Metric.AVG, number, Optional.empty(), Optional.empty(), Type.DECIMAL),
        new Measure(Metric.STDDEV, number, Optional.empty(), Optional.empty(), Type.DOUBLE),
        new Measure(Metric.MAX, number, Optional.empty(), Optional.empty(), Type.INTEGER),
        new Measure(
            Metric.DISTINCT_COUNT, number, Optional.empty(), Optional.empty(), Type.INTEGER));
  }
}
