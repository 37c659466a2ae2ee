package dev.sluice.engine;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A suite's file with the values of its parameters. Immutable.
 *
 * @param settings values by parameter, as text
 */
public record Suite(Path file, Map<String, String> settings) {

  public Suite {
    settings = Map.copyOf(settings);
  }

  /** The suite of a file. */
  public static Suite of(Path file) {
    return new Suite(file, Map.of());
  }

  /** The same suite with a value for one parameter, read as `--set` reads it. */
  public Suite set(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(parameter, value);
    return new Suite(file, more);
  }
}
