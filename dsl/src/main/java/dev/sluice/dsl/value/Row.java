package dev.sluice.dsl.value;

import org.jspecify.annotations.Nullable;

/** The values of one row, as the Java classes of their types. */
@FunctionalInterface
public interface Row {

  /** For values that need no row: reading a column is a mistake of the caller. */
  Row NONE =
      column -> {
        throw new IllegalStateException("no row to read " + column + " from");
      };

  /** The value of a column, in the catalogue's spelling; null for NULL. */
  @Nullable Object value(String column);
}
