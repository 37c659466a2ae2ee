package dev.sluice.connectors.contract;

import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of every type with which functions are tried, the awkward ones among them. */
final class Samples {

  /** Calls of one function and one list of types. */
  private static final int MOST = 40;

  private static final List<List<Constant>> POOLS =
      List.of(
          of(
              Type.TEXT,
              "Abc",
              "",
              " a b ",
              "\u00e9\u00df\uD83D\uDE00\u0130",
              "-12.5e2",
              "007",
              "2024-02-29",
              "2023-02-29",
              "2024-01-31T12:30:00.25",
              "2024-01-31 12:30",
              "joe@example.org",
              "https://example.org/?a=b",
              "5F0e8a2e-9d3a-4a53-8b1b-000000000001",
              "192.168.0.1",
              "::1",
              "GB82WEST12345698765432",
              "4111111111111111",
              "{\"a\": [1, null]}",
              "{a: 1}",
              "[1,]",
              "NaN",
              " 1 ",
              "\u00a0\t\n",
              "a%_\\'b",
              "b"),
          of(
              Type.INTEGER,
              big("0"),
              big("1"),
              big("-7"),
              big("3"),
              big("2000000"),
              big("-9223372036854775807")),
          of(Type.decimal(18, 3), big("0"), big("2.5"), big("-2.5"), big("345.678"), big("-0.125")),
          of(
              Type.DOUBLE,
              0.0,
              2.5,
              -2.5,
              0.1,
              1e120,
              -1234.56789,
              Double.NaN,
              Double.POSITIVE_INFINITY,
              Double.NEGATIVE_INFINITY),
          of(Type.BOOLEAN, true, false),
          of(
              Type.DATE,
              LocalDate.of(2024, 2, 29),
              LocalDate.of(1, 1, 1),
              LocalDate.of(9999, 12, 31),
              LocalDate.of(1969, 12, 28)),
          of(
              Type.TIMESTAMP,
              LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_000),
              LocalDateTime.of(1969, 12, 31, 0, 0, 0, 1_000),
              LocalDateTime.of(2024, 3, 31, 2, 30),
              LocalDateTime.of(2024, 10, 27, 2, 30)),
          of(
              Type.TIMESTAMPTZ,
              Instant.parse("2024-02-29T23:59:59.999999Z"),
              Instant.parse("1969-12-31T00:00:00Z"),
              Instant.parse("2024-10-27T00:30:00Z")),
          of(Type.TIME, LocalTime.of(0, 0), LocalTime.of(23, 59, 59, 500_000_000)),
          of(
              Type.DURATION,
              Duration.ofMinutes(90),
              Duration.ofDays(-40).minusMillis(1),
              Duration.ZERO),
          of(Type.UUID, UUID.fromString("5f0e8a2e-9d3a-4a53-8b1b-000000000001")));

  private static final List<String> UNITS =
      List.of("year", "quarter", "month", "week", "day", "hour", "minute", "second");
  private static final List<String> FORMATS = List.of("yyyy-MM-dd", "dd.MM.yyyy", "MM/yyyy");
  private static final List<String> ZONES = List.of("UTC", "Europe/Vienna", "America/New_York");

  /** Patterns that may be searched for. */
  static final List<String> PATTERNS =
      List.of(
          "\\s+",
          "^0+",
          "^\\s",
          "a$",
          "[^0-9A-Za-z]",
          "a.*$",
          "^.*a",
          "\\(?[0-9]{2,3}",
          "-[^-]*-",
          "b",
          ".",
          "a?b+c{0,2}",
          "[\\\\'_^\\]-]",
          "\\W\\$",
          "(?:\u00e9)");

  /** Texts to search in. */
  static final List<String> SEARCHED =
      List.of(
          "",
          "aab",
          "abba",
          "baab cc",
          "0012 030",
          " a  b ",
          "a\na",
          "a\n",
          "\u00e9\u00df\uD83D\uDE00a",
          "x-a-b-c",
          "(123)4567",
          "\\'_^]-$",
          "aaaa",
          "\t\r\u00a0a",
          "a.b$c",
          "\uFF21bcc");

  /** Plain texts with what engines take for signs of their own. */
  static final List<String> REPLACEMENTS =
      List.of("", "x", "\\1", "\\\\", "$0", "&", "\\&", "${a}", "a'b");

  private static final List<Integer> DIGITS = List.of(0, 2, -1, 5);

  private Samples() {}

  private static List<Constant> of(Type type, Object... values) {
    List<Constant> constants = new ArrayList<>();
    for (Object value : values) {
      constants.add(new Constant(value, type));
    }
    constants.add(new Constant(null, type));
    return constants;
  }

  private static BigDecimal big(String text) {
    return new BigDecimal(text);
  }

  /** Argument lists for a function: every list of types that it takes, with some values of each. */
  static List<List<Constant>> arguments(Function function) {
    List<List<Constant>> calls = new ArrayList<>();
    for (int count = 0; count <= 3; count++) {
      typed(function, new ArrayList<>(), count, calls);
    }
    return calls;
  }

  private static void typed(
      Function function, List<List<Constant>> pools, int left, List<List<Constant>> calls) {
    if (left > 0) {
      for (List<Constant> pool : POOLS) {
        List<List<Constant>> more = new ArrayList<>(pools);
        more.add(pool);
        typed(function, more, left - 1, calls);
      }
      return;
    }
    List<Type> types = pools.stream().map(pool -> pool.get(0).type()).toList();
    if (function.typing().result(types).isPresent()) {
      calls.addAll(valued(function, pools));
    }
  }

  private static List<List<Constant>> valued(Function function, List<List<Constant>> pools) {
    List<List<Constant>> chosen = new ArrayList<>(pools);
    function
        .constant()
        .ifPresent(
            rule -> {
              if (rule.index() < chosen.size()) {
                chosen.set(rule.index(), allowed(rule, chosen.get(rule.index()).get(0).type()));
              }
            });
    long all = chosen.stream().mapToLong(List::size).reduce(1, (one, other) -> one * other);
    // a step that shares no factor with the pools' sizes walks through all of them
    long step = all <= MOST ? 1 : all / MOST | 1;
    List<List<Constant>> calls = new ArrayList<>();
    for (long index = 0; index < all; index += step) {
      long rest = index;
      List<Constant> call = new ArrayList<>();
      for (List<Constant> pool : chosen) {
        call.add(pool.get((int) (rest % pool.size())));
        rest /= pool.size();
      }
      calls.add(call);
    }
    return calls;
  }

  private static List<Constant> allowed(Function.ConstantArgument rule, Type type) {
    List<Constant> allowed = new ArrayList<>();
    List<Object> candidates = new ArrayList<>();
    candidates.addAll(UNITS);
    candidates.addAll(FORMATS);
    candidates.addAll(ZONES);
    candidates.addAll(PATTERNS);
    DIGITS.forEach(digits -> candidates.add(BigDecimal.valueOf(digits)));
    for (Object candidate : candidates) {
      boolean fits = candidate instanceof String == type.is(Type.Family.TEXT);
      Optional<String> complaint = fits ? rule.rule().complaint(candidate) : Optional.of("");
      if (complaint.isEmpty()) {
        allowed.add(new Constant(candidate, type));
      }
    }
    return allowed;
  }

  /** For messages: values as they are, one after the other. */
  static String words(List<@Nullable Object> values) {
    return String.join(", ", values.stream().map(String::valueOf).toList());
  }
}
