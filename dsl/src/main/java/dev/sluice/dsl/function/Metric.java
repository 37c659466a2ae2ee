package dev.sluice.dsl.function;

import java.util.Locale;

/** The metrics: functions that lift a column to a number (or value) about the table. */
public enum Metric {
  ROW_COUNT,
  COLUMN_COUNT,
  COUNT,
  DISTINCT_COUNT,
  DUPLICATE_COUNT,
  SUM,
  AVG,
  MIN,
  MAX,
  STDDEV,
  VARIANCE,
  STDDEV_POP,
  VARIANCE_POP,
  MEDIAN,
  PERCENTILE,
  PERCENTILE_DISC,
  SHARE,
  MODE,
  CORRELATION,
  ENTROPY,
  SKEWNESS,
  KURTOSIS;

  /** The word of the language. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
