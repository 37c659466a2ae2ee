package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import java.util.List;

/**
 * Tables that nobody has looked at, as {@code lint --offline} sees them: every name is a column of
 * them, and its type fits everywhere.
 */
public final class Unknown {

  /** The type of what cannot be known without the data. */
  public static final Type TYPE = Type.other("");

  private Unknown() {}

  public static Table table(String display) {
    return new Table(List.of(), display, List.of());
  }

  public static boolean is(Table table) {
    return table.path().isEmpty();
  }

  public static boolean is(Type type) {
    return type.equals(TYPE);
  }
}
