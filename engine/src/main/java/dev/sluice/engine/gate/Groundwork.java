package dev.sluice.engine.gate;

import dev.sluice.dsl.table.Table;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import java.util.List;

/**
 * Makes target, quarantine and table of repairs, or the columns that they lack, where that commits:
 * before the transaction that would end with it. They stay when the gate then refuses, without
 * rows.
 */
final class Groundwork {

  private final GateTask task;
  private final Session session;
  private final Writing writing;

  Groundwork(GateTask task, Session session, Writing writing) {
    this.task = task;
    this.session = session;
    this.writing = writing;
  }

  /** Makes what is absent, each table in a transaction of its own. */
  void lay() {
    for (GateTask.Foundation each : task.foundations()) {
      session.beginWriting();
      try {
        writing.make(each.table(), each.columns());
        session.commit();
      } catch (DatabaseFailure failure) {
        session.rollback();
        // Of two first gates that make it at once the database refuses one.
        if (!writing.exists(each.table())) {
          throw failure;
        }
      }
    }
  }

  /** The trial of a dry run: what it would make is a temporary table in the open transaction. */
  Trial rehearsed(Trial trial) {
    return task.dryRun()
        ? trial.writingTo(
            temporary(trial.target()),
            temporary(trial.quarantine()),
            trial.repairs().map(this::temporary))
        : trial;
  }

  private Table temporary(Table table) {
    for (GateTask.Foundation each : task.foundations()) {
      if (each.table().path().equals(table.path())) {
        int number = task.foundations().indexOf(each);
        Table rehearsal =
            new Table(
                List.of("sluice_rehearsal_" + number + "_" + task.runId().replace("-", "")),
                table.display(),
                each.columns());
        session.update(session.compiler().createTable(rehearsal, each.columns(), true));
        return rehearsal;
      }
    }
    return table;
  }
}
