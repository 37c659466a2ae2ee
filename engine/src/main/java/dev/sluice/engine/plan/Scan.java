package dev.sluice.engine.plan;

import java.util.List;

/**
 * One SQL statement that measures a table and gives exactly one row.
 *
 * @param purpose for people, such as {@code counts of orders}
 * @param measurements what it measures, at least one, all different
 */
public record Scan(String purpose, List<Measurement> measurements) {
  public Scan {
    measurements = List.copyOf(measurements);
  }
}
