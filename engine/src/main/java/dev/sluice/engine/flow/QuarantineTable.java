package dev.sluice.engine.flow;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.gate.Quarantining;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A quarantine that exists. */
record QuarantineTable(CatalogueReader.Entry entry) {

  Table table() {
    return entry.table();
  }

  /** Its name for people. */
  String name() {
    return table().path().get(table().path().size() - 1);
  }

  /** The table as its rows were: without what a quarantine adds. */
  Table rows() {
    return with(each -> !Quarantining.isOwn(each.name()));
  }

  /** What keeps it from being a quarantine, one sentence each. */
  List<String> differences() {
    Table own = new Table(table().path(), name(), Quarantining.COLUMNS);
    return new TargetShape(own, with(each -> Quarantining.isOwn(each.name())), Set.of())
        .differences();
  }

  private Table with(Predicate<Column> wanted) {
    return new Table(
        table().path(), name(), table().columns().stream().filter(wanted).toList());
  }
}
