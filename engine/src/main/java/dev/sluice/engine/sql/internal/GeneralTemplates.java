package dev.sluice.engine.sql.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How functions are written where a database has no template of its own: standard SQL as far as it
 * goes. Keys are names, or names with the families of the first arguments; see {@link
 * FunctionTerms}. Whole numbers are computed in 38 digits, so that none overflows on the way.
 */
final class GeneralTemplates {

  static final Map<String, String> ALL = new HashMap<>();

  private static final int LONGEST = 1_000_000_000;
  private static final String WHOLE = "CAST({0} AS {whole}) ? CAST({1} AS {whole})";
  private static final String DOUBLE = "CAST({0} AS {double}) ? CAST({1} AS {double})";
  private static final String SECONDS = "CAST(EXTRACT(EPOCH FROM {0}) AS {double})";

  static {
    arithmetic();
    texts();
    numbers();
    times();
    choices();
  }

  private GeneralTemplates() {}

  private static void arithmetic() {
    for (String operator : new String[] {"+", "-", "*"}) {
      put(operator, "{0} " + operator + " {1}");
      put(operator + "(integer, integer)", WHOLE.replace("?", operator));
      for (String other : new String[] {"integer", "decimal", "double"}) {
        put(operator + "(double, " + other + ")", DOUBLE.replace("?", operator));
        put(operator + "(" + other + ", double)", DOUBLE.replace("?", operator));
      }
    }
    put("+(date, duration)", "CAST({0} AS {timestamp}) + {1}");
    put("-(date, duration)", "CAST({0} AS {timestamp}) - {1}");
    put("-(date, date)", "CAST({0} AS {timestamp}) - CAST({1} AS {timestamp})");
    String product =
        "CAST(ROUND(%s * 1000000 * CAST({%d} AS {double})) AS {integer})"
            + " * INTERVAL '1 microsecond'";
    put("*(duration)", String.format(product, SECONDS, 1));
    for (String number : new String[] {"integer", "decimal", "double"}) {
      put("*(" + number + ", duration)", String.format(product, SECONDS.replace("{0}", "{1}"), 0));
    }
    put("/", "CAST({0} AS {double}) / NULLIF(CAST({1} AS {double}), 0)");
    put("/(duration)", SECONDS + " / NULLIF(" + SECONDS.replace("{0}", "{1}") + ", 0)");
    put("negate", "-{0}");
    put("div", "DIV(CAST({0} AS {whole}), NULLIF(CAST({1} AS {whole}), 0))");
    put("mod", "MOD(CAST({0} AS {whole}), NULLIF(CAST({1} AS {whole}), 0))");
  }

  private static void texts() {
    put("length", "CHAR_LENGTH({0})");
    put("lower", "LOWER({0})");
    put("upper", "UPPER({0})");
    put("trim", "TRIM({0}, ' ')");
    put("ltrim", "LTRIM({0}, ' ')");
    put("rtrim", "RTRIM({0}, ' ')");
    // no text is as long: what lies beyond would not fit the database's function
    String start =
        "CAST(CASE WHEN {1} < 1 THEN 1 WHEN {1} > "
            + LONGEST
            + " THEN "
            + LONGEST
            + " ELSE {1} END AS INTEGER)";
    put("substring/2", "SUBSTRING({0}, " + start + ")");
    String first = clamped(1);
    String count = clamped(2);
    put(
        "substring",
        "SUBSTRING({0}, "
            + start
            + ", CAST(CASE WHEN {2} <= 0 OR {2} <= 1 - "
            + first
            + " THEN 0 WHEN {1} < 1 THEN "
            + count
            + " + "
            + first
            + " - 1 ELSE "
            + count
            + " END AS INTEGER))");
    put("left", "LEFT({0}, " + clamped(1) + ")");
    put("right", "RIGHT({0}, " + clamped(1) + ")");
    put("replace", "REPLACE({0}, {1}, {2})");
    // the replacement is a plain text: a backslash would begin a back-reference
    put(
        "regex_replace",
        "REGEXP_REPLACE({0}, {1}, REPLACE({2}, CHR(92), CHR(92) || CHR(92)), 'g')");
    put("starts_with", "LEFT({0}, CHAR_LENGTH({1})) = {1}");
    put("ends_with", "RIGHT({0}, CHAR_LENGTH({1})) = {1}");
    put("contains", "POSITION({1} IN {0}) > 0");
    put("concat", "{0.. || }");
    put("text", "CAST({0} AS {text})");
    put("is_empty", "{0} = ''");
  }

  private static void numbers() {
    put("abs", "ABS({0})");
    String sign = "WHEN {0} > 0 THEN 1 WHEN {0} < 0 THEN -1 WHEN {0} = 0 THEN 0 END";
    put("sign", "CASE " + sign);
    put("sign(double)", "CASE WHEN {0} = CAST('NaN' AS {double}) THEN 0 " + sign);
    put("round", "ROUND({0}, {1})");
    put("round/1", "ROUND({0})");
    put("round(integer)", "{0}");
    put("round(integer, integer)", "ROUND(CAST({0} AS {whole}), {1})");
    put("floor", "FLOOR({0})");
    put("ceil", "CEIL({0})");
    put("sqrt", "SQRT(CASE WHEN {0} >= 0 THEN CAST({0} AS {double}) END)");
    put("ln", "LN(CASE WHEN {0} > 0 THEN CAST({0} AS {double}) END)");
    put("exp", "EXP(CAST({0} AS {double}))");
    put("power", "POWER(CAST({0} AS {double}), CAST({1} AS {double}))");
    put("to double", "CAST({0} AS {double})");
    for (String number : new String[] {"integer", "decimal", "double"}) {
      put("number(" + number + ")", "{0}");
    }
  }

  private static void times() {
    for (String field : new String[] {"year", "month", "day", "hour", "minute"}) {
      put(field, "CAST(EXTRACT(" + field.toUpperCase(Locale.ROOT) + " FROM {0}) AS {integer})");
    }
    put("second", "CAST(FLOOR(EXTRACT(SECOND FROM {0})) AS {integer})");
    put("day_of_week", "CAST(EXTRACT(ISODOW FROM {0}) AS {integer})");
    put("date(date)", "{0}");
    put("date(timestamp)", "CAST({0} AS {date})");
    put("timestamp(timestamp)", "{0}");
    put("timestamp(date)", "CAST({0} AS {timestamp})");
    put("date_trunc", "DATE_TRUNC({0}, {1})");
    put("date_trunc(text, date)", "CAST(DATE_TRUNC({0}, {1}) AS {date})");
    put("to timestamp", "CAST({0} AS {timestamp})");
    put("to instant", "CAST({0} AS {timestamp}) AT TIME ZONE {1}");
    put("to local", "{0} AT TIME ZONE {1}");
  }

  private static void choices() {
    put("coalesce", "COALESCE({0..})");
    put("if", "CASE WHEN {0} THEN {1} ELSE {2} END");
    String someNull = "CASE WHEN {0.. IS NULL OR } IS NULL THEN NULL ELSE ";
    put("greatest", someNull + "GREATEST({0..}) END");
    put("least", someNull + "LEAST({0..}) END");
  }

  /** A position or count as an integer of 32 bits. */
  private static String clamped(int argument) {
    String value = "{" + argument + "}";
    return "CAST(CASE WHEN "
        + value
        + " > "
        + LONGEST
        + " THEN "
        + LONGEST
        + " WHEN "
        + value
        + " < -"
        + LONGEST
        + " THEN -"
        + LONGEST
        + " ELSE "
        + value
        + " END AS INTEGER)";
  }

  private static void put(String key, String template) {
    ALL.put(key, template);
  }
}
