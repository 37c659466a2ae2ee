package dev.sluice.engine.sql;

import java.util.List;

/**
 * Marked rows to count: those with any of some flags and none of others.
 *
 * @param any at least one of these is set
 * @param none none of these is set; may be empty
 */
public record Marked(List<String> any, List<String> none) {

  public Marked {
    any = List.copyOf(any);
    none = List.copyOf(none);
  }

  /** Rows with any of the flags, whatever else they have. */
  public static Marked any(List<String> flags) {
    return new Marked(flags, List.of());
  }
}
