package dev.sluice.engine.gate;

import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.run.Session;

/** Lets the candidate through: writes target and quarantine, and proves that no row was lost. */
final class Release {

  private final GateTask task;
  private final Session session;
  private final Writing writing;
  private final Trial trial;

  Release(GateTask task, Session session, Writing writing, Trial trial) {
    this.task = task;
    this.session = session;
    this.writing = writing;
    this.trial = trial;
  }

  /** Quarantined rows that now pass: they go to the target, and out of the quarantine. */
  void replay(Relation passed, Counts counts) {
    publish(passed, counts.published());
    Conservation.hold(
        "taken out of the quarantine",
        counts.published(),
        writing.takeOut(passed, trial.quarantine()));
  }

  /** A candidate on which no policy acts. */
  void write(Relation.Stored source, Counts counts) {
    if (trial.mode() != Trial.Mode.NONE) {
      publish(source, counts.published());
    }
  }

  /** A candidate some of whose rows are taken out or repaired. */
  void write(Relation.Stored source, Relation.Repaired repaired, Acting acting, Counts counts) {
    if (!acting.quarantineFlags().isEmpty()) {
      Conservation.hold(
          "quarantined",
          counts.quarantined(),
          writing.quarantine(
              source, repaired.marks(), acting, trial.quarantine(), task.runId(), task.now()));
    }
    if (trial.mode() == Trial.Mode.NONE) {
      change(source, repaired, acting, counts);
    } else {
      publish(repaired, counts.published());
    }
  }

  private void change(
      Relation.Stored source, Relation.Repaired repaired, Acting acting, Counts counts) {
    if (!acting.outFlags().isEmpty()) {
      Conservation.hold(
          "taken out",
          counts.quarantined() + counts.dropped(),
          writing.delete(source, repaired.marks(), acting.outFlags()));
    }
    if (!acting.repairs().isEmpty()) {
      Conservation.changed(
          "repaired", counts.repaired(), writing.update(source, repaired.marks(), acting));
    }
  }

  private void publish(Relation relation, long expected) {
    writing.create(trial.target(), trial.published());
    if (trial.within().isPresent()) {
      long outside =
          session.number(session.compiler().countOutside(relation, trial.within().get()));
      if (outside > 0) {
        throw new Stop(
            new Failure(
                "outside_slice",
                Wording.count(outside, "rows")
                    + (outside == 1 ? " to publish lies" : " to publish lie")
                    + " outside `slice`: replacing the slice would leave them twice"));
      }
    }
    if (trial.mode() == Trial.Mode.REPLACE) {
      session.update(session.compiler().deleteMatching(trial.target(), trial.slice()));
      Conservation.gone(
          session.number(
              session.compiler().count(new Relation.Stored(trial.target(), trial.slice()))));
    }
    if (trial.mode() == Trial.Mode.MERGE) {
      MergeKey.judge(relation, trial.key(), session);
      session.update(session.compiler().deleteKeys(relation, trial.target(), trial.key()));
      Conservation.gone(
          session.number(session.compiler().countKeys(relation, trial.target(), trial.key())));
    }
    Losses.refuse(relation, trial.target(), trial.columns(), session);
    Conservation.hold(
        "published", expected, writing.insert(relation, trial.target(), trial.columns()));
  }
}
