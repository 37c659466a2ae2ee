package dev.sluice.connectors.sqlite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Functions that SQLite writes in its own way; most are calls of the language's own bodies. */
final class SqliteTemplates {

  private SqliteTemplates() {}

  static Map<String, String> all() {
    Map<String, String> templates = new LinkedHashMap<>(Calls.templates());
    templates.put("duration", "{0}");
    templates.put("microseconds", "{0}");
    templates.put("infinity", "9e999");
    templates.put("product", "sluice_product({0}, NULLIF({1}, 0))");
    templates.put("length", "LENGTH({0})");
    templates.put("starts_with", "SUBSTR({0}, 1, LENGTH({1})) = {1}");
    templates.put("contains", "INSTR({0}, {1}) > 0");
    templates.put("greatest", "MAX({0..})");
    templates.put("least", "MIN({0..})");
    for (String operator : new String[] {"+", "-", "*"}) {
      String key = operator + "(integer, integer)";
      // an integer that is too large becomes a double without a word
      templates.computeIfPresent(
          key,
          (name, exact) ->
              "CASE typeof({0} ? {1}) WHEN 'real' THEN ".replace("?", operator)
                  + exact
                  + " ELSE {0} ? {1} END".replace("?", operator));
    }
    return Map.copyOf(templates);
  }

  static Map<String, String> aggregates() {
    Map<String, String> aggregates = new LinkedHashMap<>();
    aggregates.put("sum(decimal)", "sluice_sum({0})");
    aggregates.put("var_pop", "sluice_var_pop({0})");
    aggregates.put("var_samp", "sluice_var_samp({0})");
    aggregates.put("stddev_pop", "sluice_stddev_pop({0})");
    aggregates.put("stddev_samp", "sluice_stddev_samp({0})");
    aggregates.put("corr", "sluice_corr({0}, {1})");
    aggregates.put("percentile_cont", "sluice_percentile_cont({0}, {fraction})");
    aggregates.put("percentile_disc", "sluice_percentile_disc({0}, {fraction})");
    return Map.copyOf(aggregates);
  }
}
