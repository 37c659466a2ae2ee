package dev.sluice.engine.flow;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares a candidate's columns with those of the target that is to take its rows. */
final class TargetShape {

  private final Table candidate;
  private final Table target;
  private final Set<String> filled;

  /**
   * @param filled columns of the target that the database fills by itself
   */
  TargetShape(Table candidate, Table target, Set<String> filled) {
    this.candidate = candidate;
    this.target = target;
    this.filled = Set.copyOf(filled);
  }

  /** A table without the columns that another does not have. */
  static Table common(Table table, Table other) {
    return new Table(
        table.path(),
        table.display(),
        table.columns().stream().filter(each -> other.column(each.name()).isPresent()).toList());
  }

  /** What does not fit, one sentence each; empty when everything does. */
  List<String> differences() {
    List<String> wrong = new ArrayList<>();
    Map<Column, Column> taken = new HashMap<>();
    for (Column column : candidate.columns()) {
      Optional<Column> place = target.column(column.name());
      Column other = place.map(each -> taken.putIfAbsent(each, column)).orElse(null);
      if (place.isEmpty()) {
        wrong.add("there is no column `" + column.name() + "`");
      } else if (other != null) {
        wrong.add(
            "`"
                + other.name()
                + "` and `"
                + column.name()
                + "` would both be `"
                + place.get().name()
                + "` there");
      } else if (!fits(column.type(), place.get().type())) {
        wrong.add(
            "`"
                + column.name()
                + "` is "
                + place.get().type().text()
                + " there and "
                + column.type().text()
                + " here");
      }
    }
    for (Column column : target.columns()) {
      if (!column.nullable() && !filled.contains(column.name()) && !taken.containsKey(column)) {
        wrong.add("`" + column.name() + "` may not be null there and is missing here");
      }
    }
    return wrong;
  }

  // Numbers fit numbers that lose nothing of them, where a database would round in silence; a date
  // fits a timestamp; else the family decides.
  private static boolean fits(Type from, Type to) {
    if (from.is(Type.Family.DECIMAL) && to.is(Type.Family.DECIMAL)) {
      return from.precision() == 0 || to.precision() == 0 || from.scale() <= to.scale();
    }
    if (from.family() == to.family()) {
      return from.family() != Type.Family.OTHER
          || from.nativeName().equalsIgnoreCase(to.nativeName());
    }
    if (from.is(Type.Family.INTEGER)) {
      return to.isNumber();
    }
    if (from.is(Type.Family.DECIMAL)) {
      return to.is(Type.Family.DOUBLE);
    }
    return from.is(Type.Family.DATE) && to.is(Type.Family.TIMESTAMP);
  }
}
