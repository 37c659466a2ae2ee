package dev.sluice.connectors.mariadb;

import dev.sluice.connectors.dialect.SharedTemplates;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Functions that MariaDB writes in its own way. It has neither durations, which are numbers of
 * microseconds here, nor NaN and infinities: what would give one is an error of the server.
 */
final class MariaDbTemplates {

  /** Beyond these a double has no exponential: it is too large, or nothing is left of it. */
  private static final String LARGEST = "709.782712893384e0";

  private static final String SMALLEST = "-745.133219101941e0";

  private static final String X = "CAST({0} AS {double})";
  private static final String Y = "CAST({1} AS {double})";

  private MariaDbTemplates() {}

  static Map<String, String> all() {
    Map<String, String> templates = new LinkedHashMap<>();
    texts(templates);
    numbers(templates);
    times(templates);
    durations(templates);
    // equal also when both are null; and quick, by the keys of what is joined
    templates.put("same", "{0} <=> {1}");
    templates.put("is_json", "JSON_VALID({0}) = 1");
    templates.put(
        "is_credit_card", MariaDbCheckDigits.creditCard("{0} REGEXP '\\A[0-9]{12,19}\\z'"));
    templates.put(
        "is_iban",
        SharedTemplates.iban(
            "{0} REGEXP '\\A[A-Z][A-Z][0-9][0-9][A-Z0-9]{11,30}\\z'",
            MariaDbCheckDigits::remainder));
    return Map.copyOf(templates);
  }

  private static void texts(Map<String, String> templates) {
    templates.put("trim", "TRIM(BOTH ' ' FROM {0})");
    templates.put("ltrim", "TRIM(LEADING ' ' FROM {0})");
    templates.put("rtrim", "TRIM(TRAILING ' ' FROM {0})");
    for (String side : new String[] {"left", "right"}) {
      // a negative count leaves out as many, and gives nothing here
      templates.put(
          side,
          "%s({0}, CASE WHEN {1} >= 0 THEN {1} WHEN {1} > -CHAR_LENGTH({0})"
                  .formatted(side.toUpperCase(Locale.ROOT))
              + " THEN CHAR_LENGTH({0}) + {1} WHEN {1} < 0 THEN 0 END)");
    }
    // the server forgets that the third is null where the second does not occur
    templates.put("replace", "CASE WHEN {2} IS NOT NULL THEN REPLACE({0}, {1}, {2}) END");
    templates.put("contains", "LOCATE({1}, {0}) > 0");
    templates.put("concat", "CONCAT({0..})");
    templates.put("text(boolean)", "CASE WHEN {0} THEN 'true' WHEN NOT {0} THEN 'false' END");
  }

  private static void numbers(Map<String, String> templates) {
    templates.put("div", "CAST({0} AS {whole}) DIV NULLIF(CAST({1} AS {whole}), 0)");
    // the rest of a negative decimal can be a zero that does not equal 0
    templates.put("mod", "MOD(CAST({0} AS {whole}), NULLIF(CAST({1} AS {whole}), 0)) + 0");
    // an error: a literal would be cut to the largest double
    templates.put("infinity", "EXP(710)");
    templates.put("sign(double)", "SIGN({0})");
    templates.put("round(double)", withoutFraction("{0}"));
    templates.put("round(double, integer)", roundedToDigits());
    templates.put(
        "exp",
        "CASE WHEN %1$s >= %2$s AND %1$s <= %3$s THEN EXP(%1$s) WHEN %1$s < 0 THEN 0e0 END"
            .formatted(X, SMALLEST, LARGEST));
    // the logarithm of the result is scaled, so that it is not out of range itself
    String size = "(" + Y + " / 1e10 * LN(ABS(" + X + ")))";
    templates.put(
        "power",
        ("CASE WHEN %1$s < 0 AND %2$s <> FLOOR(%2$s) THEN NULL WHEN %1$s = 0 AND %2$s < 0 THEN NULL"
                + " WHEN %1$s <> 0 AND %3$s > %4$s / 1e10 THEN NULL"
                + " WHEN %1$s <> 0 AND %3$s < %5$s / 1e10 THEN 0e0 ELSE POWER(%1$s, %2$s) END")
            .formatted(X, Y, size, LARGEST, SMALLEST));
  }

  /** A double with halves away from zero, where ROUND takes them to the even neighbour. */
  private static String withoutFraction(String number) {
    return "(TRUNCATE(%1$s, 0) + CASE WHEN ABS(%1$s - TRUNCATE(%1$s, 0)) >= 0.5 THEN SIGN(%1$s) ELSE 0 END)"
        .formatted(number);
  }

  /** Shifted by a power of ten, rounded, and shifted back; what is too large has no fraction. */
  private static String roundedToDigits() {
    String power = "POWER(10e0, ABS({1}))";
    return "CASE WHEN ABS({0}) >= 1e270 THEN {0} WHEN {1} < 0 THEN "
        + withoutFraction("({0} / " + power + ")")
        + " * "
        + power
        + " ELSE "
        + withoutFraction("({0} * " + power + ")")
        + " / "
        + power
        + " END";
  }

  private static void times(Map<String, String> templates) {
    templates.put("day_of_week", "WEEKDAY({0}) + 1");
    templates.put("date_trunc(text, date)", truncated("{1}"));
    templates.put("date_trunc", "CAST(" + truncated("{1}") + " AS {timestamp})");
    templates.put("to instant", MariaDbZones.toInstant());
    templates.put("to local", MariaDbZones.toLocal());
  }

  /** Steps back from the moment, so that no text is made of a year. */
  private static String truncated(String moment) {
    String day = "DATE(" + moment + ")";
    String firstOfMonth = day + " - INTERVAL DAYOFMONTH(" + moment + ") - 1 DAY";
    String seconds = "SECOND(%1$s) * 1000000 + MICROSECOND(%1$s)".formatted(moment);
    String clock = "CAST(" + moment + " AS {timestamp}) - INTERVAL ";
    return "CASE {0} WHEN 'year' THEN "
        + day
        + " - INTERVAL DAYOFYEAR("
        + moment
        + ") - 1 DAY WHEN 'quarter' THEN "
        + firstOfMonth
        + " - INTERVAL MOD(MONTH("
        + moment
        + ") - 1, 3) MONTH WHEN 'month' THEN "
        + firstOfMonth
        + " WHEN 'week' THEN "
        + day
        + " - INTERVAL WEEKDAY("
        + moment
        + ") DAY WHEN 'day' THEN "
        + day
        + " WHEN 'hour' THEN "
        + clock
        + "MINUTE("
        + moment
        + ") * 60000000 + "
        + seconds
        + " MICROSECOND WHEN 'minute' THEN "
        + clock
        + seconds
        + " MICROSECOND WHEN 'second' THEN "
        + clock
        + "MICROSECOND("
        + moment
        + ") MICROSECOND END";
  }

  private static void durations(Map<String, String> templates) {
    templates.put("duration", "{0}");
    templates.put("microseconds", "{0}");
    for (String moment : new String[] {"timestamp", "timestamptz"}) {
      templates.put("+(" + moment + ", duration)", "{0} + INTERVAL {1} MICROSECOND");
      templates.put("-(" + moment + ", duration)", "{0} - INTERVAL {1} MICROSECOND");
      templates.put("-(" + moment + ", " + moment + ")", "TIMESTAMPDIFF(MICROSECOND, {1}, {0})");
    }
    templates.put("+(date, duration)", "CAST({0} AS {timestamp}) + INTERVAL {1} MICROSECOND");
    templates.put("-(date, duration)", "CAST({0} AS {timestamp}) - INTERVAL {1} MICROSECOND");
    templates.put("-(date, date)", "TIMESTAMPDIFF(MICROSECOND, {1}, {0})");
    templates.put("/(duration)", X + " / NULLIF(" + Y + ", 0)");
    String product = "CAST(ROUND(" + X + " * " + Y + ") AS {integer})";
    templates.put("*(duration)", product);
    for (String number : new String[] {"integer", "decimal", "double"}) {
      templates.put("*(" + number + ", duration)", product);
    }
  }
}
