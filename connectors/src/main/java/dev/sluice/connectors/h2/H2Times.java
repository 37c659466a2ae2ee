package dev.sluice.connectors.h2;

import java.util.LinkedHashMap;
import java.util.Map;

/** Functions of moments. The session's own time zone has no say in them. */
final class H2Times {

  private H2Times() {}

  static Map<String, String> templates() {
    Map<String, String> templates = new LinkedHashMap<>();
    templates.put("date_trunc", truncated("{1}"));
    templates.put("date_trunc(text, date)", "CAST(" + truncated("{1}") + " AS {date})");
    templates.put("to local", local("{0}"));
    templates.put("to instant", instant());
    return templates;
  }

  /**
   * Of an hour that a clock shows twice the second is meant, H2 takes the first: it is tried with
   * the offset of a day later. Of an hour that it never shows H2 takes the offset behind the gap,
   * where that before it is meant.
   */
  private static String instant() {
    String moment = "CAST({0} AS {timestamp})";
    String found = "CAST(CAST(" + moment + " AS VARCHAR) || ' ' || {1} AS {timestamptz})";
    String day = "INTERVAL '1' DAY";
    String later =
        "("
            + found
            + " + ("
            + moment
            + " + "
            + day
            + " - "
            + local("(" + found + " + " + day + ")")
            + "))";
    return "CASE WHEN {1} = 'UTC' THEN "
        + found
        + " WHEN "
        + local(later)
        + " = "
        + moment
        + " THEN "
        + later
        + " ELSE "
        + found
        + " + ("
        + moment
        + " - "
        + local(found)
        + ") END";
  }

  /** H2 wants the unit as a word; its weeks begin on Sunday, those of ISO on Monday. */
  private static String truncated(String moment) {
    StringBuilder template = new StringBuilder("CASE {0}");
    for (String unit :
        new String[] {"year", "quarter", "month", "week", "day", "hour", "minute", "second"}) {
      String word = unit.equals("week") ? "ISO_WEEK" : unit;
      template.append(" WHEN '").append(unit).append("' THEN DATE_TRUNC(").append(word);
      template.append(", ").append(moment).append(")");
    }
    return template.append(" END").toString();
  }

  /** The clock's reading in a zone, without the offset that H2 writes behind it. */
  private static String local(String instant) {
    return "CAST(REGEXP_REPLACE(CAST("
        + instant
        + " AT TIME ZONE {1} AS VARCHAR), '[+-][0-9:]+$', '') AS {timestamp})";
  }
}
