package dev.sluice.connectors.duckdb;

import dev.sluice.connectors.dialect.SharedTemplates;
import java.util.LinkedHashMap;
import java.util.Map;

/** Functions that DuckDB writes in its own way. */
final class DuckDbTemplates {

  private static final String MICROSECONDS = "to_microseconds({0})";

  /** An unassigned character, while no other must become a sharp s. */
  private static final String HELD = "chr(57344)";

  private DuckDbTemplates() {}

  static Map<String, String> all() {
    Map<String, String> templates = new LinkedHashMap<>();
    templates.put("duration", MICROSECONDS);
    templates.putAll(SharedTemplates.products(MICROSECONDS));
    templates.put("div", "CAST({0} AS HUGEINT) // NULLIF(CAST({1} AS HUGEINT), 0)");
    templates.put("mod", "CAST({0} AS HUGEINT) % NULLIF(CAST({1} AS HUGEINT), 0)");
    // Unicode's simple mapping has no capital of the sharp s
    templates.put(
        "upper", "replace(upper(replace({0}, '\u00df', " + HELD + ")), " + HELD + ", '\u00df')");
    templates.put("exp", SharedTemplates.exp());
    templates.put("power", SharedTemplates.power());
    templates.put("is_json", json());
    templates.put("json_string", "CAST(TO_JSON({0}) AS VARCHAR)");
    templates.put(
        "is_credit_card", SharedTemplates.creditCard("regexp_full_match({0}, '[0-9]{12,19}')"));
    templates.put(
        "is_iban",
        SharedTemplates.iban(
            "regexp_full_match({0}, '[A-Z][A-Z][0-9][0-9][A-Z0-9]{11,30}')",
            DuckDbTemplates::remainder));
    texts(templates);
    return Map.copyOf(templates);
  }

  /** A column's collation would say what is found in it, and two of them do not meet. */
  private static void texts(Map<String, String> templates) {
    for (String function : new String[] {"starts_with", "ends_with", "contains"}) {
      templates.put(function, SharedTemplates.compared(function));
    }
    templates.put("concat", "{0.. COLLATE \"C\" || } COLLATE \"C\"");
    templates.put("replace", SharedTemplates.REPLACE);
    templates.put("regex_replace", SharedTemplates.REGEX_REPLACE);
  }

  /**
   * DuckDB's reader of JSON takes NaN, infinities and a comma at the end of a list: these are
   * looked for outside of texts.
   */
  private static String json() {
    String withoutTexts = "regexp_replace({0}, '\"(\\\\.|[^\"\\\\])*\"', '0', 'g')";
    return "json_valid({0}) AND NOT regexp_matches("
        + withoutTexts
        + ", '[nN][aA][nN]|[iI][nN][fF]|,\\s*[]}]')";
  }

  /** Up to 68 digits, in parts that fit 128 bits. */
  private static String remainder(String digits) {
    String first = "CAST(left(" + digits + ", 34) AS HUGEINT) % 97";
    return "CAST((" + first + ") || substring(" + digits + ", 35) AS HUGEINT) % 97";
  }
}
