package dev.sluice.connectors.h2;

import dev.sluice.connectors.dialect.SharedTemplates;
import java.util.LinkedHashMap;
import java.util.Map;

/** Functions that H2 writes in its own way. */
final class H2Templates {

  private static final String MICROSECONDS = "{0} * INTERVAL '0.000001' SECOND";
  private static final String INFINITY = "CAST('Infinity' AS {double})";

  private H2Templates() {}

  static Map<String, String> all() {
    Map<String, String> templates = new LinkedHashMap<>(H2Texts.templates());
    templates.putAll(H2Times.templates());
    templates.put("duration", MICROSECONDS);
    templates.putAll(SharedTemplates.products(MICROSECONDS));
    String mod = "MOD(CAST({0} AS {whole}), NULLIF(CAST({1} AS {whole}), 0))";
    templates.put("mod", mod);
    templates.put("div", "(CAST({0} AS {whole}) - " + mod + ") / NULLIF(CAST({1} AS {whole}), 0)");
    // ROUND goes by way of decimals, which know neither NaN nor infinities
    String finite = "CASE WHEN ABS({0}) < " + INFINITY + " THEN {0} END";
    templates.put("round(double)", "COALESCE(ROUND(" + finite + "), {0})");
    templates.put("round(double, integer)", "COALESCE(ROUND(" + finite + ", {1}), {0})");
    templates.put("exp", javas("EXP({x})", "{x} < {inf} AND NOT EXP({x}) < {inf}"));
    templates.put(
        "power",
        javas(
            "POWER({x}, {y})",
            "{x} < 0 AND ABS({y}) < {inf} AND {y} <> FLOOR({y})"
                + " OR ABS({x}) < {inf} AND ABS({y}) < {inf} AND NOT ABS(POWER({x}, {y})) < {inf}"));
    return Map.copyOf(templates);
  }

  /** Java's own function, but for null where finite numbers have no finite result. */
  private static String javas(String call, String isNone) {
    String template = "CASE WHEN " + isNone + " THEN NULL ELSE " + call + " END";
    return template
        .replace("{inf}", INFINITY)
        .replace("{x}", "CAST({0} AS {double})")
        .replace("{y}", "CAST({1} AS {double})");
  }
}
