package dev.sluice.engine.flow;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a candidate's columns with those of the target that is to take its rows. */
final class TargetShape {

  private final Table candidate;
  private final Table target;

  TargetShape(Table candidate, Table target) {
    this.candidate = candidate;
    this.target = target;
  }

  /** What does not fit, one sentence each; empty when everything does. */
  List<String> differences() {
    List<String> wrong = new ArrayList<>();
    for (Column column : candidate.columns()) {
      Optional<Column> place = find(target, column.name());
      if (place.isEmpty()) {
        wrong.add("it has no column `" + column.name() + "`");
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
      if (!column.nullable() && find(candidate, column.name()).isEmpty()) {
        wrong.add("`" + column.name() + "` may not be null there and is missing here");
      }
    }
    return wrong;
  }

  private static Optional<Column> find(Table table, String name) {
    return table.columns().stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  // Numbers fit numbers that lose nothing of them; a date fits a timestamp; else the family
  // decides.
  private static boolean fits(Type from, Type to) {
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
