package dev.sluice.connectors.mariadb;

/**
 * Time zones. The server converts in the years of its 32 bits alone and leaves other moments as
 * they are, and knows names of zones only when its tables of zones were filled: where it would do
 * nothing or give nothing, a subquery of two rows raises an error.
 */
final class MariaDbZones {

  private static final String MOMENT = "CAST({0} AS {timestamp})";

  private MariaDbZones() {}

  static String toLocal() {
    return guarded(local(MOMENT));
  }

  /**
   * By the offset that the zone has a day later, if the clocks then show the moment, else by that
   * of a day before: so of two such instants it is the later one, and clocks that leave the moment
   * out are read as if they had not been changed.
   */
  static String toInstant() {
    String later = withOffsetOf(MOMENT + " + INTERVAL 1 DAY");
    String earlier = withOffsetOf(MOMENT + " - INTERVAL 1 DAY");
    return guarded(
        "CASE WHEN "
            + local(later)
            + " = "
            + MOMENT
            + " THEN "
            + later
            + " ELSE "
            + earlier
            + " END");
  }

  private static String withOffsetOf(String instant) {
    return MOMENT
        + " - INTERVAL TIMESTAMPDIFF(SECOND, "
        + instant
        + ", "
        + local(instant)
        + ") SECOND";
  }

  private static String local(String instant) {
    return "CONVERT_TZ(" + instant + ", '+00:00', {1})";
  }

  private static String guarded(String conversion) {
    return "CASE WHEN {1} IN ('UTC', 'Z', 'Etc/UTC', 'GMT') THEN "
        + MOMENT
        + " WHEN {0} IS NULL THEN NULL WHEN "
        + MOMENT
        + " BETWEEN '1970-01-03' AND '2038-01-16' AND "
        + local(MOMENT)
        + " IS NOT NULL THEN "
        + conversion
        + " ELSE (SELECT 'no time zone' UNION ALL SELECT 'converts this') END";
  }
}
