package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * The labelled candidate, written down: a temporary table with the row identity of each row that
 * violates an acting line, and one flag a line. Every action of a gate reads it, so that filter,
 * count and action cannot differ, and losers of `keeping` are chosen once.
 *
 * @param table holds the column {@link #ROW} and one boolean column a flag, never null
 */
public record Marks(Table table, List<Flag> flags) {

  /** The column of the row's identity. */
  public static final String ROW = "sluice_row";

  public Marks {
    flags = List.copyOf(flags);
  }

  /**
   * A line's mark.
   *
   * @param name the flag's column
   * @param check the line's check; a row is marked where it is false
   * @param keeping when present only the losers of each group of equal keys are marked
   */
  public record Flag(
      String name,
      Expression check,
      Optional<Expression> where,
      List<String> per,
      Optional<Chosen> keeping) {}

  /**
   * The row that stays: of equal {@code key}, the smallest or largest {@code column}, nulls last.
   *
   * @param standing a boolean column, never null: a row in which it is true stays before all others
   */
  public record Chosen(
      List<Expression> key, String column, boolean latest, Optional<String> standing) {

    public Chosen(List<Expression> key, String column, boolean latest) {
      this(key, column, latest, Optional.empty());
    }
  }
}
