package dev.sluice.engine.flow;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shape in which quarantined rows are judged. A column has the target's type, which is as wide
 * as the quarantine's or wider; columns that came to the target later are NULL.
 */
final class RecalledShape {

  private RecalledShape() {}

  /**
   * The shape.
   *
   * @param rows the quarantine as its rows were
   * @param target absent while it does not exist
   */
  static Table of(Table rows, Optional<Table> target, String run) {
    List<Column> columns = new ArrayList<>();
    for (Column column : rows.columns()) {
      columns.add(
          target
              .flatMap(table -> table.column(column.name()))
              .map(there -> named(column.name(), there))
              .orElse(column));
    }
    for (Column column : target.map(Table::columns).orElse(List.of())) {
      if (rows.column(column.name()).isEmpty()) {
        columns.add(named(column.name(), column));
      }
    }
    return new Table(List.of("sluice_replay_" + run.replace("-", "")), rows.display(), columns);
  }

  private static Column named(String name, Column like) {
    return new Column(name, like.type(), like.nativeType(), true);
  }
}
