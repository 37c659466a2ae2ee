package dev.sluice.dsl.yaml;

import dev.sluice.dsl.diagnostic.Redaction;

/** A text that is never shown: it prints as {@code ***}, in logs and in records alike. */
public final class Secret {

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The text itself, for the driver alone. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && value.equals(secret.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return Redaction.MASK;
  }
}
