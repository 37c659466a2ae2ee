package dev.sluice.dsl.value;

import static dev.sluice.dsl.value.Build.compare;
import static dev.sluice.dsl.value.Build.constant;
import static dev.sluice.dsl.value.Build.number;
import static dev.sluice.dsl.value.Build.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.pattern.RegexParser;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.type.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three-valued logic, comparisons, patterns. */
class EvaluatorTest {

  private static final List<Expression> TRUTHS =
      List.of(constant(true), constant(false), unknown());

  @Test
  void connectivesAreKleenes() {
    assertThat(table(parts -> new Expression.And(parts))).isEqualTo("TFN FFF NFN");
    assertThat(table(parts -> new Expression.Or(parts))).isEqualTo("TTT TFN TNN");
    assertThat(TRUTHS.stream().map(each -> letter(new Expression.Not(each))).toList())
        .containsExactly("F", "T", "N");
    assertThat(letter(new Expression.And(List.of()))).isEqualTo("T");
    assertThat(letter(new Expression.IsNull(unknown()))).isEqualTo("T");
    assertThat(letter(new Expression.IsNull(constant(false)))).isEqualTo("F");
  }

  @Test
  void comparisonsOfNumbers() {
    assertThat(signs(number("1"), number("1.00"))).isEqualTo("F T F T T F");
    assertThat(signs(number("0.1"), 0.1)).isEqualTo("F T F T T F");
    assertThat(signs(number("9007199254740993"), number("9007199254740992")))
        .isEqualTo("F F T T F T");
    assertThat(signs(number("9007199254740993"), 9007199254740992.0)).isEqualTo("F T F T T F");
    assertThat(signs(0.0, -0.0)).isEqualTo("F T F T T F");
    assertThat(signs(number("1"), Double.POSITIVE_INFINITY)).isEqualTo("T T F F F T");
    assertThat(signs(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)).isEqualTo("F T F T T F");
  }

  @Test
  void aComparisonWithNaNIsFalseExceptNotEqual() {
    String expected = "F F F F F T";
    assertThat(signs(Double.NaN, 1.0)).isEqualTo(expected);
    assertThat(signs(number("1"), Double.NaN)).isEqualTo(expected);
    assertThat(signs(Double.NaN, Double.NaN)).isEqualTo(expected);
    assertThat(signs(Double.NaN, null)).isEqualTo("N N N N N N");
    assertThat(letter(new Expression.Not(compare(constant(Double.NaN), Operator.LESS, 1.0))))
        .isEqualTo("T");
  }

  @Test
  void textComparesExactlyAndByCodePoint() {
    assertThat(signs("a", "a ")).isEqualTo("T T F F F T");
    assertThat(signs("a", "B")).isEqualTo("F F T T F T");
    assertThat(signs("e\u0301", "é")).isEqualTo("T T F F F T");
    assertThat(signs("ﬁ", "😀")).isEqualTo("T T F F F T");
    assertThat(signs("", "a")).isEqualTo("T T F F F T");
  }

  @Test
  void otherTypesCompareByTheirOrder() {
    assertThat(signs(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-01-02")))
        .isEqualTo("T T F F F T");
    assertThat(signs(Duration.ofHours(25), Duration.ofDays(1))).isEqualTo("F F T T F T");
    assertThat(signs(true, false)).isEqualTo("F F T T F T");
  }

  @Test
  void inIsOneOfTheItems() {
    List<Expression.Constant> items = List.of(constant(number("1.0")), constant(Double.NaN));
    assertThat(letter(new Expression.In(constant(number("1")), items))).isEqualTo("T");
    assertThat(letter(new Expression.In(constant(number("2")), items))).isEqualTo("F");
    assertThat(letter(new Expression.In(constant(Double.NaN), items))).isEqualTo("F");
    assertThat(letter(new Expression.In(unknown(), items))).isEqualTo("N");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      value = {
        "abc, abc, NULL, T",
        "abc, ABC, NULL, F",
        "abc, a%, NULL, T",
        "abc, %c%, NULL, T",
        "abc, a_c, NULL, T",
        "ac, a_c, NULL, F",
        "a😀c, a_c, NULL, T",
        "a.c, a.c, NULL, T",
        "abc, a.c, NULL, F",
        "'', %, NULL, T",
        "'', _, NULL, F",
        "50%, 50\\%, NULL, F",
        "50\\x, 50\\%, NULL, T",
        "50%, 50!%, !, T",
        "50x, 50!%, !, F",
        "a!b, a!!b, !, T",
        "NULL, %, NULL, N",
        "abc, '', NULL, F",
      })
  void like(@Nullable String value, String pattern, @Nullable String escape, String expected) {
    Expression text = new Expression.Constant(value, Type.TEXT);
    assertThat(letter(new Expression.Like(text, pattern, Optional.ofNullable(escape))))
        .isEqualTo(expected);
  }

  @Test
  void likeCrossesLines() {
    assertThat(letter(new Expression.Like(constant("a\nb"), "a%b", Optional.empty())))
        .isEqualTo("T");
    assertThat(letter(new Expression.Like(constant("a\nb"), "a_b", Optional.empty())))
        .isEqualTo("T");
  }

  @Test
  void matchesMeansTheWholeValue() {
    assertThat(matches("ab", "a")).isEqualTo("F");
    assertThat(matches("ab", "a.*")).isEqualTo("T");
    assertThat(matches("a\nb", "a.*")).isEqualTo("F");
    assertThat(matches(null, "a.*")).isEqualTo("N");
  }

  @Test
  void functionsSeeNullOnlyWhenLenient() {
    Expression none = new Expression.Constant(null, Type.INTEGER);
    assertThat(
            Evaluator.constant(
                new Expression.Apply(
                    Functions.ADD, List.of(none, constant(number("1"))), Type.INTEGER)))
        .isNull();
    assertThat(
            Evaluator.constant(
                new Expression.Apply(
                    Functions.of("coalesce"), List.of(none, constant(number("1"))), Type.INTEGER)))
        .isEqualTo(number("1"));
  }

  @Test
  void aConstantReadsNothing() {
    assertThatThrownBy(() -> Evaluator.constant(Build.column("a", Type.TEXT)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no row to read a from");
  }

  @Test
  void aMomentBeyondTheCalendarIsAnArithmeticMistake() {
    Expression end = new Expression.Constant(LocalDate.MAX, Type.DATE);
    Expression day = new Expression.Constant(Duration.ofDays(1), Type.DURATION);
    assertThatThrownBy(
            () ->
                Evaluator.constant(
                    new Expression.Apply(Functions.ADD, List.of(end, day), Type.TIMESTAMP)))
        .isInstanceOf(ArithmeticException.class);
  }

  private static String matches(@Nullable String text, String pattern) {
    Expression value = new Expression.Constant(text, Type.TEXT);
    return letter(new Expression.Matches(value, RegexParser.read(pattern)));
  }

  /** Less, less or equal, greater, greater or equal, equal, not equal. */
  private static String signs(@Nullable Object left, @Nullable Object right) {
    List<String> letters = new ArrayList<>();
    for (Operator operator :
        List.of(
            Operator.LESS,
            Operator.LESS_OR_EQUAL,
            Operator.GREATER,
            Operator.GREATER_OR_EQUAL,
            Operator.EQUAL,
            Operator.NOT_EQUAL)) {
      letters.add(letter(new Expression.Compare(operator, constant(left), constant(right))));
    }
    return String.join(" ", letters);
  }

  private static String table(
      java.util.function.Function<List<Expression>, Expression> connective) {
    List<String> rows = new ArrayList<>();
    for (Expression left : TRUTHS) {
      StringBuilder row = new StringBuilder();
      TRUTHS.forEach(right -> row.append(letter(connective.apply(Arrays.asList(left, right)))));
      rows.add(row.toString());
    }
    return String.join(" ", rows);
  }

  private static String letter(Expression statement) {
    Object value = Evaluator.constant(statement);
    return value == null ? "N" : (Boolean) value ? "T" : "F";
  }
}
