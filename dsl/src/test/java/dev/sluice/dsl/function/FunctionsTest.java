package dev.sluice.dsl.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls and what they give. */
class FunctionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "length('') -> 0 integer",
        "length('héllo') -> 5 integer",
        "length('👍é') -> 2 integer",
        "length(null:text) -> NULL integer",
        "length(5) -> refused",
        "length() -> refused",
        "lower('ÀÉ Straße ΑΣ') -> àé straße ασ text",
        "upper('straße ñ ﬁ') -> STRAßE Ñ ﬁ text",
        "upper('𐐨') -> 𐐀 text",
        "trim('  a b ') -> a b text",
        "trim('\t a') -> \t a text",
        "ltrim('  a ') -> a  text",
        "rtrim('  a ') ->   a text",
        "substring('hello', 2) -> ello text",
        "substring('hello', 2, 3) -> ell text",
        "substring('hello', 0, 2) -> h text",
        "substring('hello', -2, 2) ->  text",
        "substring('hello', -2, 4) -> h text",
        "substring('hello', 2, -1) ->  text",
        "substring('hello', 4, 100000000000) -> lo text",
        "substring('👍é👍', 2, 1) -> é text",
        "substring('hello', 9) ->  text",
        "left('hello', 2) -> he text",
        "left('hello', -2) -> hel text",
        "left('hello', 9) -> hello text",
        "left('hello', -9) ->  text",
        "right('hello', 2) -> lo text",
        "right('hello', -2) -> llo text",
        "right('hello', 9) -> hello text",
        "right('hello', 0) ->  text",
        "replace('aaa', 'aa', 'b') -> ba text",
        "replace('abc', '', 'x') -> abc text",
        "replace('a.c', '.', '$1') -> a$1c text",
        "regex_replace('a  b', '\\s+', ' ') -> a b text",
        "regex_replace('0070', '^0+', '') -> 70 text",
        "regex_replace('a-1', '[a-z]-', '$1\\') -> $1\\1 text",
        "regex_replace('aba', 'a', null:text) -> NULL text",
        "starts_with('abc', 'ab') -> true boolean",
        "starts_with('abc', '') -> true boolean",
        "starts_with('abc', 'B') -> false boolean",
        "ends_with('abc', 'bc') -> true boolean",
        "contains('abc', 'b') -> true boolean",
        "contains('a%c', '%') -> true boolean",
        "contains(null:text, 'b') -> NULL boolean",
        "concat('a', 'b', 'c') -> abc text",
        "concat('a', null:text) -> NULL text",
        "concat('a') -> refused",
        "concat('a', 1) -> refused",
        "text(12) -> 12 text",
        "text(true) -> true text",
        "text(2024-01-31) -> 2024-01-31 text",
        "text(1.5) -> refused",
      })
  void text(String line) {
    check(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abs(-5) -> 5 integer",
        "abs(-5.50) -> 5.50 decimal",
        "abs(-0.0d) -> 0 double",
        "abs(-Infinity) -> Infinity double",
        "abs('x') -> refused",
        "sign(-3) -> -1 integer",
        "sign(0.00) -> 0 integer",
        "sign(NaN) -> 0 integer",
        "sign(1e-300d) -> 1 integer",
        "round(2.5) -> 3 decimal",
        "round(-2.5) -> -3 decimal",
        "round(2.345, 2) -> 2.35 decimal",
        "round(2.3, 5) -> 2.3 decimal",
        "round(1250, -2) -> 1300 integer",
        "round(-1250, -2) -> -1300 integer",
        "round(1249.9, -2) -> 1200 decimal",
        "round(2.5d) -> 3 double",
        "round(-2.5d) -> -3 double",
        "round(0.49999999999999994d) -> 0 double",
        "round(2.675d, 2) -> 2.68 double",
        "round(1250.0d, -2) -> 1300 double",
        "round(NaN, 2) -> NaN double",
        "round(1e308d, 2) -> 1e308 double",
        "round(9007199254740993.0d) -> 9007199254740992 double",
        "floor(-1.5) -> -2 integer",
        "floor(7) -> 7 integer",
        "floor(-1.5d) -> -2 double",
        "ceil(-1.5) -> -1 integer",
        "ceil(-0.5d) -> 0 double",
        "div(7, 2) -> 3 integer",
        "div(-7, 2) -> -3 integer",
        "div(7, -2) -> -3 integer",
        "div(7, 0) -> NULL integer",
        "div(7.0, 2) -> refused",
        "div(100000000000000000000, 3) -> 33333333333333333333 integer",
        "mod(-7, 2) -> -1 integer",
        "mod(7, -2) -> 1 integer",
        "mod(7, 0) -> NULL integer",
        "sqrt(2.25) -> 1.5 double",
        "sqrt(-1) -> NULL double",
        "sqrt(NaN) -> NaN double",
        "ln(1) -> 0 double",
        "ln(0) -> NULL double",
        "ln(-1.5d) -> NULL double",
        "exp(0) -> 1 double",
        "exp(1000) -> NULL double",
        "exp(-1000) -> 0 double",
        "exp(Infinity) -> Infinity double",
        "power(2, 10) -> 1024 double",
        "power(0, -1) -> NULL double",
        "power(-8, 0.5) -> NULL double",
        "power(10, 400) -> NULL double",
        "power(NaN, 0) -> 1 double",
        "power(-Infinity, 0.5) -> NULL double",
        "power(-2, Infinity) -> Infinity double",
        "power(-2, NaN) -> NaN double",
        "number('12') -> 12 double",
        "number('-12.50') -> -12.5 double",
        "number('+1e3') -> 1000 double",
        "number('1E-2') -> 0.01 double",
        "number('0.1') -> 0.1 double",
        "number('') -> NULL double",
        "number(' 1') -> NULL double",
        "number('1,5') -> NULL double",
        "number('.5') -> NULL double",
        "number('5.') -> NULL double",
        "number('1e') -> NULL double",
        "number('1e400') -> NULL double",
        "number('NaN') -> NULL double",
        "number('0x10') -> NULL double",
        "number('1f') -> NULL double",
        "number('١') -> NULL double",
        "number(5) -> 5 integer",
        "number(true) -> refused",
      })
  void numbers(String line) {
    check(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "year(2024-02-29) -> 2024 integer",
        "month(2024-02-29T23:59:58) -> 2 integer",
        "day(2024-02-29) -> 29 integer",
        "day_of_week(2024-03-10) -> 7 integer",
        "day_of_week(2024-03-11) -> 1 integer",
        "hour(2024-02-29T23:59:58) -> 23 integer",
        "hour(07:30:15) -> 7 integer",
        "minute(07:30:15) -> 30 integer",
        "second(2024-02-29T23:59:58.9) -> 58 integer",
        "hour(2024-02-29) -> refused",
        "year(2024-02-29T00:00:00Z) -> refused",
        "year('2024') -> refused",
        "date('2024-02-29') -> 2024-02-29 date",
        "date('2023-02-29') -> NULL date",
        "date('2024-2-9') -> NULL date",
        "date('0000-01-01') -> NULL date",
        "date('0001-01-01') -> 0001-01-01 date",
        "date('2024-02-29 ') -> NULL date",
        "date('٢٠٢٤-02-29') -> NULL date",
        "date('2024-02-29T00:00:00') -> NULL date",
        "date(2024-02-29T23:00:00) -> 2024-02-29 date",
        "date(2024-02-29) -> 2024-02-29 date",
        "date(5) -> refused",
        "timestamp('2024-02-29 10:11:12') -> 2024-02-29T10:11:12 timestamp",
        "timestamp('2024-02-29T10:11:12.5') -> 2024-02-29T10:11:12.5 timestamp",
        "timestamp('2024-02-29 10:11') -> 2024-02-29T10:11:00 timestamp",
        "timestamp('2024-02-29 24:00:00') -> NULL timestamp",
        "timestamp('2024-02-29 10:11:60') -> NULL timestamp",
        "timestamp('2024-02-29') -> NULL timestamp",
        "timestamp('2024-02-29T10:11:12Z') -> NULL timestamp",
        "timestamp(2024-02-29) -> 2024-02-29T00:00:00 timestamp",
        "date_trunc('month', 2024-02-29) -> 2024-02-01 date",
        "date_trunc('quarter', 2024-06-30T10:00:00) -> 2024-04-01T00:00:00 timestamp",
        "date_trunc('week', 2024-03-10) -> 2024-03-04 date",
        "date_trunc('year', 2024-03-10) -> 2024-01-01 date",
        "date_trunc('hour', 2024-03-10T10:11:12) -> 2024-03-10T10:00:00 timestamp",
        "date_trunc('minute', 2024-03-10T10:11:12) -> 2024-03-10T10:11:00 timestamp",
        "date_trunc('second', 2024-03-10T10:11:12.9) -> 2024-03-10T10:11:12 timestamp",
        "date_trunc('HOUR', 2024-03-10) -> 2024-03-10 date",
        "to timestamp(2024-03-10) -> 2024-03-10T00:00:00 timestamp",
        "to instant(2024-03-10, 'UTC') -> 2024-03-10T00:00:00Z timestamptz",
        "to instant(2024-11-03T01:30:00, 'America/New_York') -> 2024-11-03T06:30:00Z timestamptz",
        "to instant(2024-03-10T02:30:00, 'America/New_York') -> 2024-03-10T07:30:00Z timestamptz",
        "to local(2024-07-01T00:00:00Z, 'Europe/Berlin') -> 2024-07-01T02:00:00 timestamp",
        "to double(0.1) -> 0.1 double",
      })
  void times(String line) {
    check(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coalesce(null:integer, 2, 3) -> 2 integer",
        "coalesce(null:integer, 2.50) -> 2.50 decimal",
        "coalesce(2, 1.5d) -> 2 double",
        "coalesce(null:text, null:text) -> NULL text",
        "coalesce(1, 'x') -> refused",
        "coalesce(1) -> refused",
        "if(true, 'a', 'b') -> a text",
        "if(false, 'a', 'b') -> b text",
        "if(null:boolean, 'a', 'b') -> b text",
        "if(true, null:text, 'b') -> NULL text",
        "if(true, 1, 'b') -> refused",
        "if(1, 2, 3) -> refused",
        "greatest(1, 3, 2) -> 3 integer",
        "greatest(1, null:integer) -> NULL integer",
        "greatest(1.5d, NaN) -> NaN double",
        "least(1.5d, NaN) -> 1.5 double",
        "greatest('ﬁ', '👍') -> 👍 text",
        "least('b', 'B') -> B text",
        "greatest(2024-01-01, 2023-12-31) -> 2024-01-01 date",
        "greatest(true, false) -> refused",
      })
  void logic(String line) {
    check(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+(1, 2) -> 3 integer",
        "+(1, 2.50) -> 3.50 decimal",
        "+(1, 2.5d) -> 3.5 double",
        "+(9223372036854775807, 1) -> 9223372036854775808 integer",
        "+(2024-01-31, <90m>) -> 2024-01-31T01:30:00 timestamp",
        "+(2024-01-31T23:00:00, <90m>) -> 2024-02-01T00:30:00 timestamp",
        "+(2024-03-31T00:30:00Z, <24h>) -> 2024-04-01T00:30:00Z timestamptz",
        "+(<1h>, <30m>) -> 1 hour 30 minutes duration",
        "+(<1h>, 2024-01-31) -> refused",
        "+('a', 'b') -> refused",
        "+(null:integer, 1) -> NULL integer",
        "-(1, 2.5) -> -1.5 decimal",
        "-(2024-03-01, 2024-02-01) -> 29 days duration",
        "-(2024-03-01T01:00:00, 2024-03-01T02:30:00) -> -(1 hour 30 minutes) duration",
        "-(2024-03-01, <24h>) -> 2024-02-29T00:00:00 timestamp",
        "-(2024-03-01, 2024-02-01T00:00:00) -> refused",
        "*(3, 4) -> 12 integer",
        "*(<1h>, 1.5) -> 1 hour 30 minutes duration",
        "*(3, <1h>) -> 3 hours duration",
        "*(<1h>, NaN) -> NULL duration",
        "*(<1s>, 0.0000005) -> 0.000001 seconds duration",
        "*(1e200d, 1e200d) -> Infinity double",
        "/(1, 2) -> 0.5 double",
        "/(1, 0) -> NULL double",
        "/(1.5d, -0.0d) -> NULL double",
        "/(NaN, 0) -> NULL double",
        "/(1, 3) -> 0.3333333333333333 double",
        "/(<1h>, <30m>) -> 2 double",
        "/(<1h>, 2) -> refused",
        "negate(5) -> -5 integer",
        "negate(<1h>) -> -1 hour duration",
      })
  void operators(String line) {
    check(line);
  }

  @Test
  void everyFunctionIsFoundAndDescribed() {
    List<String> names = new ArrayList<>();
    for (Function function : Functions.all()) {
      assertThat(Functions.find(function.name().toUpperCase(java.util.Locale.ROOT)))
          .contains(function);
      assertThat(function.signature()).startsWith(function.name() + "(").endsWith(")");
      assertThat(function.documentation()).doesNotEndWith(".").hasSizeGreaterThan(5);
      names.add(function.name());
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void sentencesCannotCallWhatTypingPutsIn() {
    assertThat(Functions.internal())
        .noneMatch(function -> Functions.find(function.name()).isPresent());
  }

  @Test
  void theNamesAreThese() {
    assertThat(String.join(" ", Functions.all().stream().map(Function::name).toList()))
        .isEqualTo(
            "length lower upper trim ltrim rtrim substring left right replace regex_replace starts_with"
                + " ends_with contains concat abs sign round floor ceil div mod sqrt ln exp power"
                + " number now age year month day day_of_week hour minute second date timestamp"
                + " date_trunc coalesce if greatest least text is_blank is_empty is_email is_url"
                + " is_uuid is_ipv4 is_ipv6 is_iban is_credit_card is_json is_integer is_number"
                + " is_date");
  }

  @Test
  void constantArgumentsAreChecked() {
    assertThat(complaints("date_trunc", "month", "fortnight"))
        .containsExactly(
            "",
            "`fortnight` is not a unit of `date_trunc`; it knows 'year', 'quarter', 'month', 'week',"
                + " 'day', 'hour', 'minute', 'second'");
    assertThat(complaints("is_date", "dd.MM.yyyy", "d/M/yyyy"))
        .containsExactly(
            "",
            "`d/M/yyyy` is not a format of dates: it is made of yyyy, MM (months), dd, HH, mm (minutes), ss, each once"
                + " at most, with signs, spaces or T between them");
    assertThat(complaints("round", java.math.BigDecimal.ONE, java.math.BigDecimal.valueOf(31)))
        .containsExactly("", "the digits of `round` lie between -30 and 30");
  }

  private static List<String> complaints(String function, Object... values) {
    Function.ConstantArgument constant = Functions.of(function).constant().orElseThrow();
    return Stream.of(values).map(value -> constant.rule().complaint(value).orElse("")).toList();
  }

  private static void check(String line) {
    int arrow = line.indexOf(" -> ");
    assertThat(Call.evaluate(line.substring(0, arrow))).isEqualTo(line.substring(arrow + 4));
  }
}
