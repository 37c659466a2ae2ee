package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import java.util.List;
import java.util.Optional;

/** Rows on trial. */
public sealed interface Relation {

  List<Column> columns();

  /** The rows among which a check looks when it asks about others than the one at hand. */
  default Relation seen() {
    return this;
  }

  /** A table of the database, narrowed by a filter: the candidate, or the target. */
  record Stored(Table table, Optional<Expression> filter) implements Relation {
    @Override
    public List<Column> columns() {
      return table.columns();
    }
  }

  /**
   * The candidate after its policies: rows that are marked as taken out are gone, and columns hold
   * the values that `default` gave them.
   *
   * @param by the repair whose rows count as changed; where it is absent, those of any repair
   */
  record Repaired(
      Stored source, Marks marks, List<String> out, List<Repair> repairs, Optional<Repair> by)
      implements Relation {

    /** A further boolean column: whether a repair changed the row. Never null. */
    public static final String CHANGED = "sluice_changed";

    public Repaired {
      out = List.copyOf(out);
      repairs = List.copyOf(repairs);
    }

    public Repaired(Stored source, Marks marks, List<String> out, List<Repair> repairs) {
      this(source, marks, out, repairs, Optional.empty());
    }

    /** The same, where rows alone count as changed whose value this repair gave. */
    public Repaired by(Repair repair) {
      return new Repaired(source, marks, out, repairs, Optional.of(repair));
    }

    /** The repairs of the same column that come before this one: where one acts, this does not. */
    public List<Repair> before(Repair repair) {
      return repairs.stream()
          .takeWhile(each -> !each.equals(repair))
          .filter(each -> each.column().equals(repair.column()))
          .toList();
    }

    @Override
    public List<Column> columns() {
      return source.columns();
    }
  }

  /** Of the candidate after its policies the rows that a repair changed, and no others. */
  record Changed(Repaired repaired) implements Relation {
    @Override
    public List<Column> columns() {
      return repaired.columns();
    }
  }

  /**
   * Rows on trial among others that they are only compared with: what looks at other rows sees all,
   * and those on trial alone are judged and counted.
   *
   * @param onTrial true for the rows on trial, else false
   */
  record OnTrial(Stored all, Expression onTrial) implements Relation {
    @Override
    public List<Column> columns() {
      return all.columns();
    }

    @Override
    public Relation seen() {
      return all;
    }
  }

  /** In rows with the flag the column becomes the value; of two for one column the first wins. */
  record Repair(String flag, String column, Expression value) {}
}
