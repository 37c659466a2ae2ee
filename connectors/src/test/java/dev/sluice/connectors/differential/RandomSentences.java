package dev.sluice.connectors.differential;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.And;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.In;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Like;
import dev.sluice.dsl.expression.Expression.Matches;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.expression.Expression.Or;
import dev.sluice.dsl.expression.Expression.Ordered;
import dev.sluice.dsl.expression.Expression.Unique;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.function.Metrics;
import dev.sluice.dsl.pattern.RegexParser;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Typed sentences at random over the columns of {@link RandomTables}. */
final class RandomSentences {

  private static final List<Operator> COMPARISONS =
      List.of(
          Operator.LESS,
          Operator.LESS_OR_EQUAL,
          Operator.GREATER,
          Operator.GREATER_OR_EQUAL,
          Operator.EQUAL,
          Operator.NOT_EQUAL);

  private static final List<String> NAMES = List.of("i", "j", "d", "f", "t", "u", "b", "day", "at");

  private final Random random;
  private final RandomTables values;
  private final Table other;

  RandomSentences(Random random, RandomTables values, Table other) {
    this.random = random;
    this.values = values;
    this.other = other;
  }

  /** A statement about a row; {@code deep} allows lookups. */
  Expression row(int depth, boolean deep) {
    if (depth > 0 && random.nextInt(3) > 0) {
      return switch (random.nextInt(3)) {
        case 0 -> new And(List.of(row(depth - 1, deep), row(depth - 1, deep)));
        case 1 -> new Or(List.of(row(depth - 1, deep), row(depth - 1, deep)));
        default -> new Not(row(depth - 1, deep));
      };
    }
    return switch (random.nextInt(deep ? 14 : 9)) {
      case 0 -> new IsNull(column());
      case 1 -> in();
      case 2 -> new Like(text(), pick(List.of("a%", "%", "_", "", "%\\%", "A_")), Optional.empty());
      case 3 ->
          new Matches(
              text(), RegexParser.read(pick(List.of("a.*", "[^a]", "", ".", "a|b", "\\w+"))));
      case 4, 5, 6, 7 -> comparison();
      case 8 -> new Compare(Operator.EQUAL, column("b"), new Constant(true, Type.BOOLEAN));
      case 9 -> new Unique(List.of(column()));
      case 10 -> new Unique(List.of(column(), random.nextBoolean() ? column() : number(1)));
      case 11 -> among();
      case 12 -> ordered();
      default -> new Compare(comparisonOperator(), number(1), numeric());
    };
  }

  /** A statement about a table. */
  Expression table() {
    Expression left = numeric();
    Expression right =
        random.nextBoolean()
            ? constant(pick(List.of(Type.INTEGER, Type.decimal(10, 2))))
            : numeric();
    return new Compare(comparisonOperator(), left, right);
  }

  Optional<Expression> where() {
    return random.nextInt(3) > 0 ? Optional.empty() : Optional.of(row(1, random.nextInt(4) == 0));
  }

  List<String> per() {
    return switch (random.nextInt(5)) {
      case 0 -> List.of(pick(NAMES));
      case 1 -> List.of("u", pick(List.of("j", "b", "day", "f")));
      default -> List.of();
    };
  }

  /** Any metric. */
  Measure measure() {
    Metric metric = pick(List.of(Metric.values()));
    List<Expression> arguments = new ArrayList<>();
    switch (metric) {
      case ROW_COUNT, COLUMN_COUNT -> {}
      case COUNT, DISTINCT_COUNT, DUPLICATE_COUNT, MODE, ENTROPY -> arguments.add(column());
      case MIN, MAX -> arguments.add(column(pick(List.of("i", "d", "f", "t", "day", "at"))));
      case SHARE -> arguments.add(row(1, random.nextInt(4) == 0));
      case PERCENTILE, PERCENTILE_DISC -> {
        arguments.add(finite());
        arguments.add(
            new Constant(
                new BigDecimal(pick(List.of("0", "0.25", "0.5", "0.9", "1"))), Type.DECIMAL));
      }
      case CORRELATION -> {
        arguments.add(column("i"));
        arguments.add(pick(List.of(column("j"), column("d"))));
      }
      case SUM, AVG, STDDEV, VARIANCE, STDDEV_POP, VARIANCE_POP, MEDIAN, SKEWNESS, KURTOSIS ->
          arguments.add(finite());
    }
    Type type =
        Metrics.result(metric, arguments.stream().map(Expression::type).toList()).orElseThrow();
    Optional<Expression> filter =
        random.nextInt(3) == 0 ? Optional.of(row(1, random.nextInt(5) == 0)) : Optional.empty();
    Optional<Table> table = random.nextInt(5) == 0 ? Optional.of(other) : Optional.empty();
    return new Measure(metric, arguments, filter, table, type);
  }

  /** A metric that is an exact number: doubles that are all but equal may compare either way. */
  private Expression numeric() {
    Measure measure = measure();
    while (!measure.type().is(Family.INTEGER) && !measure.type().is(Family.DECIMAL)) {
      measure = measure();
    }
    return measure;
  }

  private Expression comparison() {
    Type type =
        pick(
            List.of(
                Type.INTEGER,
                Type.decimal(10, 2),
                Type.DOUBLE,
                Type.TEXT,
                Type.DATE,
                Type.TIMESTAMP));
    Expression left = type.isNumber() ? number(1) : type.is(Family.TEXT) ? text() : column(type);
    Expression right =
        random.nextBoolean()
            ? constant(type)
            : type.isNumber() ? number(1) : type.is(Family.TEXT) ? text() : column(type);
    return random.nextInt(6) == 0
        ? new Compare(comparisonOperator(), right, left)
        : new Compare(comparisonOperator(), left, right);
  }

  private Expression in() {
    Type type = pick(List.of(Type.INTEGER, Type.DOUBLE, Type.TEXT, Type.DATE));
    List<Constant> items =
        Stream.generate(() -> constant(type))
            .filter(each -> !(each.value() instanceof Double number && number.isNaN()))
            .limit(1L + random.nextInt(3))
            .toList();
    return new In(column(type), items);
  }

  private Expression among() {
    return random.nextBoolean()
        ? new Among(List.of(number(0)), other, List.of(pick(List.of("i", "d", "f"))))
        : new Among(List.of(column("t"), column("j")), other, List.of("t", "i"));
  }

  /** Without rows equal in both: which of them comes first no database says. */
  private Expression ordered() {
    boolean inOrder = random.nextBoolean();
    Expression other =
        pick(List.of(column("i"), column("d"), column("f"), column("t"), column("at")));
    return new Ordered(
        inOrder ? other : column("n"),
        inOrder ? column("n") : other,
        random.nextBoolean(),
        random.nextBoolean());
  }

  private Expression number(int depth) {
    if (depth > 0 && random.nextInt(4) == 0) {
      Function function = pick(List.of(Functions.ADD, Functions.SUBTRACT, Functions.DIVIDE));
      List<Expression> arguments = List.of(number(depth - 1), column(pick(List.of("i", "j", "d"))));
      return apply(function, arguments);
    }
    return column(pick(List.of("i", "j", "d", "f")));
  }

  private Expression finite() {
    return column(pick(List.of("i", "j", "d")));
  }

  private Expression text() {
    Expression column = column(pick(List.of("t", "u")));
    return switch (random.nextInt(10)) {
      case 0, 1 -> apply(Functions.of("trim"), List.of(column));
      case 2 -> replaced(column);
      default -> column;
    };
  }

  private Expression replaced(Expression text) {
    String pattern = pick(List.of("a+", "^a", "[^a]", ".$", "a?b+", "\\s+$", "\\W", ".", "^.*a"));
    Expression replacement =
        random.nextInt(3) == 0
            ? column("u")
            : new Constant(pick(List.of("", "\\1", "a\\\\0", "$0&", "x")), Type.TEXT);
    return apply(
        Functions.of(Functions.REGEX_REPLACE),
        List.of(text, new Constant(pattern, Type.TEXT), replacement));
  }

  private static Expression apply(Function function, List<Expression> arguments) {
    List<Type> types = arguments.stream().map(Expression::type).toList();
    return new Apply(function, arguments, function.typing().result(types).orElseThrow());
  }

  private Constant constant(Type type) {
    return new Constant(values.value(type), type);
  }

  private Expression column() {
    return column(pick(NAMES));
  }

  private static Expression column(String name) {
    return new ColumnValue(name, RandomTables.column(name).type());
  }

  private Expression column(Type type) {
    return column(
        pick(
            NAMES.stream().filter(name -> RandomTables.column(name).type().equals(type)).toList()));
  }

  private Operator comparisonOperator() {
    return pick(COMPARISONS);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
