package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.table.Table;
import java.util.List;
import org.apache.calcite.plan.RelOptAbstractTable;
import org.apache.calcite.rel.type.RelDataType;

/** A table as Calcite sees it: a place and a row type. */
final class StoredTable extends RelOptAbstractTable {

  private final List<String> path;

  StoredTable(Table table, RelDataType rowType) {
    super(null, table.display(), rowType);
    this.path = table.path();
  }

  @Override
  public List<String> getQualifiedName() {
    return path;
  }
}
