package dev.sluice.engine.gate;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Recalled;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.run.Failures;
import dev.sluice.engine.run.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The statements with which a gate changes tables, in its open transaction. */
final class Writing {

  private final Session session;

  Writing(Session session) {
    this.session = session;
  }

  boolean exists(Table table) {
    try {
      return !session
          .connector()
          .catalogue()
          .find(session.connection(), table.path(), true)
          .isEmpty();
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }

  /**
   * Makes a table of a shape where there is none. Where that would commit it was made before, see
   * {@link Groundwork}.
   */
  void create(Table table, List<Column> columns) {
    if (session.capabilities().transactionalDefinitions() && !exists(table)) {
      session.update(session.compiler().createTable(table, columns, false));
    }
  }

  /** Makes a table of a shape where there is none, and adds the columns that one lacks. */
  void grow(Table table, List<Column> columns) {
    if (session.capabilities().transactionalDefinitions()) {
      make(table, columns);
    }
  }

  /** The same whatever definitions do to the open transaction. */
  void make(Table table, List<Column> columns) {
    Optional<CatalogueReader.Entry> there = entry(table);
    if (there.isEmpty()) {
      session.update(session.compiler().createTable(table, columns, false));
      return;
    }
    for (Column column : columns) {
      if (there.get().table().column(column.name()).isEmpty()) {
        session.update(session.compiler().addColumn(table, column));
      }
    }
  }

  /** Copies a candidate whose rows have no identity into a temporary table, where they have one. */
  Table copy(Relation.Stored candidate, String name) {
    Table copy = new Table(List.of(name), candidate.table().display(), candidate.columns());
    session.compiler().copyToTemporary(candidate, copy).forEach(session::update);
    return copy;
  }

  void mark(Lot lot, Marks marks) {
    session.compiler().createMarks(lot.all(), lot.onTrial(), marks).forEach(session::update);
  }

  /** Makes a temporary table of quarantined rows, and of those that they are compared with. */
  Recalled recall(Table table, Trial.Recall recall) {
    session.update(session.compiler().createTable(table, table.columns(), true));
    session.update(session.compiler().recall(recall.onTrial(), true, table, recall.columns()));
    recall
        .standing()
        .ifPresent(
            rows -> session.update(session.compiler().compare(rows, table, recall.compared())));
    recall
        .others()
        .ifPresent(
            rows ->
                session.update(session.compiler().recall(rows, false, table, recall.columns())));
    return new Recalled(table);
  }

  /** Takes the rows out of the quarantine from which these were recalled; returns how many. */
  long takeOut(Relation recalled, Table quarantine) {
    return session.update(session.compiler().takeOut(recalled, quarantine));
  }

  /** Moves the marked rows' copies into the quarantine table; returns how many. */
  long quarantine(
      Relation.Stored source,
      Marks marks,
      Acting acting,
      Table quarantine,
      String run,
      Instant at) {
    grow(quarantine, Quarantining.columns(source.columns(), session.connector().sql()));
    return session.update(
        session
            .compiler()
            .quarantine(source, marks, acting.reasons(), quarantine, names(source), run, at));
  }

  /** Takes marked rows out of a table in place; returns how many. */
  long delete(Relation.Stored source, Marks marks, List<String> flags) {
    return session.update(session.compiler().delete(source, marks, flags));
  }

  /** Repairs marked rows in place; returns how many rows were changed. */
  long update(Relation.Stored source, Marks marks, Acting acting) {
    return session.update(
        session.compiler().update(source, marks, acting.outFlags(), acting.repairs()));
  }

  long insert(Relation relation, Table target, List<String> columns) {
    return session.update(session.compiler().insert(relation, target, columns));
  }

  static List<String> names(Relation relation) {
    return relation.columns().stream().map(Column::name).toList();
  }

  /** What the catalogue says of a table, where it exists. */
  Optional<CatalogueReader.Entry> entry(Table table) {
    try {
      return session.connector().catalogue().find(session.connection(), table.path(), true).stream()
          .findFirst();
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }
}
