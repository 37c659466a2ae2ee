package dev.sluice.engine.explain;

import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import java.util.Locale;
import java.util.Set;

/** Which values are moments: what is less of a number is before of a moment. */
final class Kinds {

  private static final Set<String> MOMENTS = Set.of("now", "date", "timestamp", "date_trunc");
  private static final Set<String> OF_THEIR_ARGUMENT =
      Set.of("min", "max", "mode", "percentile_disc", "least", "greatest", "coalesce");

  private final Table table;

  Kinds(Table table) {
    this.table = table;
  }

  boolean isMoment(Node node) {
    if (node instanceof Node.Column column && column.table().isEmpty()) {
      return table
          .column(column.name().text())
          .map(Column::type)
          .filter(t -> t.isMoment())
          .isPresent();
    }
    if (node instanceof Node.Arithmetic arithmetic) {
      return isMoment(arithmetic.left()) && !isMoment(arithmetic.right());
    }
    if (node instanceof Node.Call call) {
      String name = call.name().text().toLowerCase(Locale.ROOT);
      return MOMENTS.contains(name)
          || (OF_THEIR_ARGUMENT.contains(name)
              && call.source().isEmpty()
              && !call.arguments().isEmpty()
              && isMoment(call.arguments().get(0)));
    }
    return node instanceof Node.DateLiteral
        || node instanceof Node.TimestampLiteral
        || node instanceof Node.InstantLiteral;
  }
}
