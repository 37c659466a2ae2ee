package dev.sluice.connectors.postgresql;

import dev.sluice.connectors.dialect.SharedTemplates;
import java.util.LinkedHashMap;
import java.util.Map;

/** Functions that PostgreSQL writes in its own way. */
final class PostgresTemplates {

  private static final String OWN = " COLLATE \"default\"";

  private PostgresTemplates() {}

  static Map<String, String> all() {
    Map<String, String> templates = new LinkedHashMap<>();
    templates.putAll(SharedTemplates.products("{0} * INTERVAL '1 microsecond'"));
    templates.put("round(double)", rounded("{0}", "{0}"));
    templates.put("round(double, integer)", roundedToDigits());
    templates.put("json_string", "CAST(TO_JSON({0}) AS TEXT)");
    templates.put("exp", SharedTemplates.exp());
    templates.put("power", SharedTemplates.power());
    templates.put("is_credit_card", SharedTemplates.creditCard("{0} ~ '^[0-9]{12,19}$'"));
    templates.put(
        "is_iban",
        SharedTemplates.iban(
            "{0} ~ '^[A-Z][A-Z][0-9][0-9][A-Z0-9]{11,30}$'",
            digits -> "CAST(" + digits + " AS NUMERIC) % 97"));
    texts(templates);
    return Map.copyOf(templates);
  }

  /**
   * A column's collation would say which texts are equal, what is found in them, and by which
   * letters case is changed. What gives a text again gives it in the database's own collation: two
   * named ones do not meet in one expression.
   */
  private static void texts(Map<String, String> templates) {
    for (String function : new String[] {"starts_with", "ends_with", "contains"}) {
      templates.put(function, SharedTemplates.compared(function));
    }
    templates.put("replace", SharedTemplates.REPLACE + OWN);
    templates.put("regex_replace", SharedTemplates.REGEX_REPLACE + OWN);
    templates.put("lower", "LOWER({0}" + OWN + ")");
    templates.put("upper", "UPPER({0}" + OWN + ")");
  }

  /**
   * A double with halves away from zero, where ROUND takes them to the even neighbour; {@code
   * otherwise} stands where the number is not finite or has no fraction anyway.
   */
  private static String rounded(String number, String otherwise) {
    return "CASE WHEN ABS("
        + number
        + ") < 1e270 THEN "
        + withoutFraction(number)
        + " ELSE "
        + otherwise
        + " END";
  }

  private static String withoutFraction(String number) {
    return "(TRUNC(%1$s) + CASE WHEN ABS(%1$s - TRUNC(%1$s)) >= 0.5 THEN SIGN(%1$s) ELSE 0 END)"
        .formatted(number);
  }

  /** Shifted by a power of ten, rounded, and shifted back. */
  private static String roundedToDigits() {
    String power = "POWER(CAST(10 AS {double}), ABS({1}))";
    return "CASE WHEN NOT ABS({0}) < 1e270 THEN {0} WHEN {1} < 0 THEN "
        + withoutFraction("({0} / " + power + ")")
        + " * "
        + power
        + " ELSE "
        + withoutFraction("({0} * " + power + ")")
        + " / "
        + power
        + " END";
  }
}
