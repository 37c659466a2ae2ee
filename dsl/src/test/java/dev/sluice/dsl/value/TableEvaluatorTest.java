package dev.sluice.dsl.value;

import static dev.sluice.dsl.value.Build.column;
import static dev.sluice.dsl.value.Build.compare;
import static dev.sluice.dsl.value.Build.constant;
import static dev.sluice.dsl.value.Build.filtered;
import static dev.sluice.dsl.value.Build.measure;
import static dev.sluice.dsl.value.Build.number;
import static dev.sluice.dsl.value.Build.row;
import static dev.sluice.dsl.value.Build.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sentences over a small table of orders, judged by hand. */
class TableEvaluatorTest {

  private static final List<Column> COLUMNS =
      List.of(
          Build.field("id", Type.INTEGER),
          Build.field("country", Type.TEXT),
          Build.field("amount", Type.DOUBLE));

  private static final TableEvaluator.Rows ORDERS =
      table(
          "orders",
          COLUMNS,
          row(1, "DE", 10.0),
          row(2, "DE", 20.0),
          row(2, "FR", null),
          row(3, null, Double.NaN),
          row(null, null, 100.0));

  private static final TableEvaluator.Rows COUNTRIES =
      table(
          "countries",
          List.of(Build.field("code", Type.TEXT), Build.field("rate", Type.INTEGER)),
          row("DE", 10),
          row(null, 20),
          row("IT", null));

  private static final Expression ID = column("id", Type.INTEGER);
  private static final Expression COUNTRY = column("country", Type.TEXT);
  private static final Expression AMOUNT = column("amount", Type.DOUBLE);

  private final TableEvaluator orders = new TableEvaluator(ORDERS, List.of(COUNTRIES));

  @Test
  void aRowViolatesOnlyWhenTheCheckIsFalse() {
    assertThat(rows(compare(AMOUNT, Operator.LESS, 50.0)))
        .isEqualTo("4 judged, [3, 4], 1 undecided");
    assertThat(rows(compare(AMOUNT, Operator.NOT_EQUAL, 10.0)))
        .isEqualTo("4 judged, [0], 1 undecided");
  }

  @Test
  void whereKeepsARowOnlyOnTrue() {
    assertThat(
            rows(
                new Expression.Not(new Expression.IsNull(AMOUNT)),
                compare(COUNTRY, Operator.NOT_EQUAL, "DE")))
        .isEqualTo("1 judged, [2], 0 undecided");
  }

  @Test
  void everyRowOfARepeatedKeyViolates() {
    assertThat(rows(new Expression.Unique(List.of(ID)))).isEqualTo("4 judged, [1, 2], 1 undecided");
    assertThat(rows(new Expression.Unique(List.of(ID, COUNTRY))))
        .isEqualTo("3 judged, [], 2 undecided");
    assertThat(rows(new Expression.Unique(List.of(ID)), compare(COUNTRY, Operator.EQUAL, "DE")))
        .isEqualTo("2 judged, [], 0 undecided");
    assertThat(rows(new Expression.Unique(List.of(ID)), "country"))
        .isEqualTo("4 judged, [], 1 undecided");
  }

  @Test
  void amongTheValuesOfAnotherTableThatAreNotNull() {
    Expression.Among codes =
        new Expression.Among(List.of(COUNTRY), COUNTRIES.table(), List.of("code"));
    assertThat(rows(codes)).isEqualTo("3 judged, [2], 2 undecided");
    assertThat(rows(new Expression.Not(codes))).isEqualTo("3 judged, [0, 1], 2 undecided");
    Expression.Among pairs =
        new Expression.Among(List.of(COUNTRY, AMOUNT), COUNTRIES.table(), List.of("code", "rate"));
    assertThat(rows(pairs)).isEqualTo("2 judged, [1], 3 undecided");
    Expression.Among rates =
        new Expression.Among(List.of(AMOUNT), COUNTRIES.table(), List.of("rate"));
    assertThat(rows(rates)).isEqualTo("4 judged, [3, 4], 1 undecided");
  }

  @Test
  void aTableStatementIsMetOnlyWhenTrue() {
    Expression average = measure(Metric.AVG, AMOUNT);
    assertThat(tables(compare(average, Operator.LESS, 50.0)))
        .isEqualTo("1 judged, [0], 0 undecided");
    Expression none = filtered(measure(Metric.MAX, AMOUNT), constant(false));
    assertThat(tables(compare(none, Operator.LESS, 50.0))).isEqualTo("1 judged, [0], 0 undecided");
    assertThat(tables(compare(measure(Metric.ROW_COUNT), Operator.EQUAL, number(5))))
        .isEqualTo("1 judged, [], 0 undecided");
    TableEvaluator empty = new TableEvaluator(table("empty", COLUMNS), List.of());
    TableEvaluator.Answer answer =
        empty.judge(question(Level.TABLE, compare(average, Operator.LESS, 50.0)));
    assertThat(answer).isEqualTo(new TableEvaluator.Answer(1, 1, 0, List.of()));
  }

  @Test
  void groupsAreJudgedAsTablesAndNullIsAGroup() {
    Expression.Measure count = measure(Metric.COUNT, AMOUNT);
    assertThat(tables(compare(count, Operator.EQUAL, number(2)), "country"))
        .isEqualTo("3 judged, [2], 0 undecided");
    assertThat(tables(compare(measure(Metric.MAX, AMOUNT), Operator.LESS, 50.0), "country"))
        .isEqualTo("3 judged, [2, 3], 0 undecided");
    TableEvaluator empty = new TableEvaluator(table("empty", COLUMNS), List.of());
    assertThat(
            empty.judge(
                question(Level.TABLE, compare(count, Operator.EQUAL, number(2)), "country")))
        .isEqualTo(new TableEvaluator.Answer(0, 0, 0, List.of()));
  }

  @Test
  void aRowAgainstAValueOfTheTableOrItsGroup() {
    Expression finite =
        filtered(measure(Metric.AVG, AMOUNT), compare(AMOUNT, Operator.LESS, 1_000.0));
    assertThat(rows(compare(AMOUNT, Operator.LESS_OR_EQUAL, finite)))
        .isEqualTo("4 judged, [3, 4], 1 undecided");
    assertThat(rows(compare(AMOUNT, Operator.LESS_OR_EQUAL, finite), "country"))
        .isEqualTo("4 judged, [1, 3], 1 undecided");
  }

  @Test
  void metricsOfAnotherTable() {
    Expression rates =
        Build.of(COUNTRIES.table(), measure(Metric.SUM, column("rate", Type.INTEGER)));
    assertThat(orders.value(rates, Optional.empty())).isEqualTo(number(30));
    Expression rows = Build.of(COUNTRIES.table(), measure(Metric.ROW_COUNT));
    Expression difference =
        new Expression.Apply(
            Functions.SUBTRACT, List.of(measure(Metric.ROW_COUNT), rows), Type.INTEGER);
    assertThat(orders.value(difference, Optional.of(compare(COUNTRY, Operator.EQUAL, "DE"))))
        .isEqualTo(number(-1));
    assertThat(orders.value(measure(Metric.COLUMN_COUNT), Optional.empty())).isEqualTo(number(3));
  }

  @Test
  void sharesOfThreeValuedChecks() {
    assertThat(
            orders.value(
                measure(Metric.SHARE, compare(AMOUNT, Operator.LESS, 50.0)), Optional.empty()))
        .isEqualTo(new java.math.BigDecimal("0.5"));
    assertThat(
            orders.value(
                measure(Metric.SHARE, new Expression.Unique(List.of(ID))), Optional.empty()))
        .isEqualTo(new java.math.BigDecimal("0.5"));
  }

  @Test
  void rowsInOrderAreComparedWithTheOneBefore() {
    TableEvaluator.Rows readings =
        table(
            "readings",
            List.of(Build.field("at", Type.INTEGER), Build.field("value", Type.INTEGER)),
            row(3, 30),
            row(1, 10),
            row(2, null),
            row(4, 20),
            row(null, 99),
            row(4, 20),
            row(5, 20));
    TableEvaluator evaluator = new TableEvaluator(readings, List.of());
    Expression value = column("value", Type.INTEGER);
    Expression at = column("at", Type.INTEGER);
    assertThat(text(evaluator, Level.ROW, new Expression.Ordered(value, at, false, false)))
        .isEqualTo("5 judged, [3], 2 undecided");
    assertThat(text(evaluator, Level.ROW, new Expression.Ordered(value, at, false, true)))
        .isEqualTo("5 judged, [3, 5, 6], 2 undecided");
    assertThat(text(evaluator, Level.ROW, new Expression.Ordered(value, at, true, false)))
        .isEqualTo("5 judged, [0], 2 undecided");
  }

  @Test
  void anUnknownColumnIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> rows(compare(column("amuont", Type.DOUBLE), Operator.LESS, 50.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no column amuont");
  }

  private String rows(Expression check, String... per) {
    return text(orders, Level.ROW, check, per);
  }

  private String rows(Expression check, Expression where) {
    return text(
        orders.judge(new TableEvaluator.Question(Level.ROW, check, Optional.of(where), List.of())));
  }

  private String tables(Expression check, String... per) {
    return text(orders, Level.TABLE, check, per);
  }

  private static String text(TableEvaluator table, Level level, Expression check, String... per) {
    return text(table.judge(question(level, check, per)));
  }

  private static TableEvaluator.Question question(Level level, Expression check, String... per) {
    return new TableEvaluator.Question(level, check, Optional.empty(), List.of(per));
  }

  private static String text(TableEvaluator.Answer answer) {
    assertThat(answer.violations()).isEqualTo(answer.violating().size());
    return answer.judged()
        + " judged, "
        + answer.violating()
        + ", "
        + answer.undecided()
        + " undecided";
  }
}
