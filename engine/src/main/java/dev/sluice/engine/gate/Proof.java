package dev.sluice.engine.gate;

import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What the ledger, read on another connection, says after a commit. */
enum Proof {
  PUBLISHED,
  ABSENT,
  UNREADABLE;

  static Proof of(GateTask task, Session session, Ledger ledger, Load load) {
    try (Connection connection = task.another().open()) {
      Session reader = new Session(session.connector(), connection, session.deadline());
      reader.beginReading();
      Optional<Ledger.Entry> row = ledger.own(reader, load);
      reader.rollback();
      boolean published =
          row.filter(each -> each.state().equals(Ledger.State.PUBLISHED.word())).isPresent();
      return published ? PUBLISHED : ABSENT;
    } catch (SQLException | DatabaseFailure failure) {
      return UNREADABLE;
    }
  }
}
