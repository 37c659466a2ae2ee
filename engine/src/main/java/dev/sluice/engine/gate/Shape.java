package dev.sluice.engine.gate;

import java.util.Locale;

/** How rows reach the table that downstream reads. */
public enum Shape {
  /** From a staging table into the target. */
  PUBLISH,
  /** Written by a step inside the gate's transaction. */
  LOAD,
  /** Already there. */
  IN_PLACE;

  /** The word of the report. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
