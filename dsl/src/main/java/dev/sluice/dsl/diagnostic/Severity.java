package dev.sluice.dsl.diagnostic;

/** How much a diagnostic weighs: an error stops everything, a warning is only told. */
public enum Severity {
  ERROR,
  WARNING
}
