package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.type.Type;

/** Which types can be told apart, and which have an order that every database agrees on. */
public final class Families {

  private Families() {}

  /** Equal or not: everything but json and types that the language does not know. */
  public static boolean haveEquality(Type type) {
    return Unknown.is(type)
        || !(type.is(Type.Family.JSON) || type.is(Type.Family.OTHER) || type.is(Type.Family.NULL));
  }

  /** Smaller or larger: numbers, texts, moments, times and durations. */
  public static boolean haveOrder(Type type) {
    return haveEquality(type)
        && !(type.is(Type.Family.BOOLEAN)
            || type.is(Type.Family.UUID)
            || type.is(Type.Family.BINARY));
  }
}
