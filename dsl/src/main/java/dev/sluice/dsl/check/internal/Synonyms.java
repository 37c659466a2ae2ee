package dev.sluice.dsl.check.internal;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What other languages call the functions and metrics of this one. */
final class Synonyms {

  private static final Map<String, String> CALLS =
      Map.ofEntries(
          Map.entry("mean", "avg(x)"),
          Map.entry("average", "avg(x)"),
          Map.entry("std", "stddev(x)"),
          Map.entry("stdev", "stddev(x)"),
          Map.entry("stddev_samp", "stddev(x)"),
          Map.entry("var", "variance(x)"),
          Map.entry("var_samp", "variance(x)"),
          Map.entry("var_pop", "variance_pop(x)"),
          Map.entry("quantile", "percentile(x, 0.95)"),
          Map.entry("percentile_cont", "percentile(x, 0.95)"),
          Map.entry("corr", "correlation(x, y)"),
          Map.entry("nunique", "distinct_count(x)"),
          Map.entry("count_distinct", "distinct_count(x)"),
          Map.entry("len", "length(x)"),
          Map.entry("char_length", "length(x)"),
          Map.entry("character_length", "length(x)"),
          Map.entry("substr", "substring(x, 1, 3)"),
          Map.entry("ifnull", "coalesce(x, y)"),
          Map.entry("nvl", "coalesce(x, y)"),
          Map.entry("isnull", "x is null"),
          Map.entry("not_null", "x is not null"),
          Map.entry("notnull", "x is not null"),
          Map.entry("unique", "x is unique"),
          Map.entry("not_empty", "x is not empty"),
          Map.entry("accepted_values", "x in ('a', 'b')"),
          Map.entry("relationships", "x in table.column"),
          Map.entry("distinct", "distinct_count(x)"),
          Map.entry("duplicates", "duplicate_count(x)"),
          Map.entry("rows", "row_count"),
          Map.entry("num_rows", "row_count"),
          Map.entry("null_count", "row_count(where x is null)"),
          Map.entry("missing_count", "row_count(where x is null)"),
          Map.entry("nulls", "row_count(where x is null)"),
          Map.entry("percent", "share(check)"),
          Map.entry("percentage", "share(check)"),
          Map.entry("ratio", "share(check)"),
          Map.entry("fraction", "share(check)"),
          Map.entry("completeness", "share(x is not null)"),
          Map.entry("freshness", "age(max(x))"),
          Map.entry("nullif", "if(x = y, ..., x)"),
          Map.entry("iif", "if(check, x, y)"),
          Map.entry("cast", "number(x), date(x) or text(x)"),
          Map.entry("try_cast", "number(x), date(x) or text(x)"),
          Map.entry("to_date", "date(x)"),
          Map.entry("to_number", "number(x)"),
          Map.entry("to_char", "text(x)"),
          Map.entry("pow", "power(x, y)"),
          Map.entry("ceiling", "ceil(x)"),
          Map.entry("log", "ln(x)"),
          Map.entry("regexp_matches", "x matches '...'"),
          Map.entry("regexp_replace", "regex_replace(x, 'pattern', 'text')"),
          Map.entry("regexp_like", "x matches '...'"),
          Map.entry("current_date", "date(now())"),
          Map.entry("today", "date(now())"),
          Map.entry("current_timestamp", "now()"));

  private static final Map<String, String> COLUMNS =
      Map.of(
          "today", "date(now())",
          "current_date", "date(now())",
          "yesterday", "date(now()) - 1 day",
          "current_timestamp", "now()",
          "rows", "row_count",
          "rowcount", "row_count",
          "count", "row_count",
          "sysdate", "now()");

  private static final Map<String, String> TESTS =
      Map.ofEntries(
          Map.entry("positive", "x > 0"),
          Map.entry("negative", "x < 0"),
          Map.entry("zero", "x = 0"),
          Map.entry("numeric", "x is number"),
          Map.entry("int", "x is integer"),
          Map.entry("distinct", "x is unique"),
          Map.entry("missing", "x is null"),
          Map.entry("none", "x is null"),
          Map.entry("present", "x is not null"),
          Map.entry("required", "x is not null"),
          Map.entry("mandatory", "x is not null"),
          Map.entry("filled", "x is not null"),
          Map.entry("set", "x is not null"),
          Map.entry("upper", "x = upper(x)"),
          Map.entry("uppercase", "x = upper(x)"),
          Map.entry("lower", "x = lower(x)"),
          Map.entry("lowercase", "x = lower(x)"),
          Map.entry("trimmed", "x = trim(x)"));

  private Synonyms() {}

  /** Advice for a call of another language, or empty. */
  static String call(String name) {
    return written(CALLS.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Advice for a word without brackets, or empty. */
  static String column(String name) {
    return written(COLUMNS.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Advice for the name of a test, or empty. */
  static String test(String name) {
    return written(TESTS.get(name.toLowerCase(Locale.ROOT)));
  }

  private static String written(@Nullable String instead) {
    return instead == null ? "" : "write `" + instead + "`";
  }
}
