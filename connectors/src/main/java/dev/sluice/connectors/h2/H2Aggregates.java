package dev.sluice.connectors.h2;

import java.util.LinkedHashMap;
import java.util.Map;

/** Aggregates that H2 writes in its own way. */
final class H2Aggregates {

  private static final String NAN = "CAST('NaN' AS {double})";
  private static final String INFINITY = "CAST('Infinity' AS {double})";

  private H2Aggregates() {}

  static Map<String, String> all() {
    Map<String, String> aggregates = new LinkedHashMap<>();
    aggregates.put("min(text)", "UTF8TOSTRING(MIN(STRINGTOUTF8({0})))");
    aggregates.put("max(text)", "UTF8TOSTRING(MAX(STRINGTOUTF8({0})))");
    aggregates.put("percentile_disc", percentile("{0}"));
    aggregates.put(
        "percentile_disc(text)", "UTF8TOSTRING(" + percentile("STRINGTOUTF8({0})") + ")");
    aggregates.put("sum(double)", finite("CAST(SUM({x}) AS {double})"));
    aggregates.put("avg(double)", finite("CAST(AVG({x}) AS {double})"));
    return Map.copyOf(aggregates);
  }

  /**
   * The first value that so large a share of the values reaches; H2's own PERCENTILE_DISC takes the
   * value nearest to that place between the first and the last.
   */
  private static String percentile(String value) {
    return "ARRAY_GET(ARRAY_AGG("
        + value
        + " ORDER BY "
        + value
        + " NULLS LAST), GREATEST(1, CAST(CEIL(COUNT({0}) * {fraction}) AS INTEGER)))";
  }

  /** SUM and AVG turn doubles into decimals, which know neither NaN nor infinities. */
  private static String finite(String aggregate) {
    String template =
        """
        CASE WHEN COUNT(CASE WHEN {0} = {nan} THEN 1 END) > 0 \
        OR MAX({0}) = {inf} AND MIN({0}) = -{inf} THEN {nan} \
        WHEN MAX({0}) = {inf} THEN {inf} WHEN MIN({0}) = -{inf} THEN -{inf} \
        ELSE {aggregate} END""";
    return template
        .replace("{aggregate}", aggregate)
        .replace("{x}", "CASE WHEN ABS({0}) < {inf} THEN {0} END")
        .replace("{nan}", NAN)
        .replace("{inf}", INFINITY);
  }
}
