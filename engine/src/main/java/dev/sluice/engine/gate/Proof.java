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

  /** Tries to write down that the answer is not known: whoever looks next need not wait for it. */
  static void lost(GateTask task, Session session, Ledger ledger, Load load, String message) {
    try (Connection connection = task.another().open()) {
      Session writer = new Session(session.connector(), connection, session.deadline());
      writer.beginWriting();
      ledger.lost(writer, load, message);
      writer.commit();
    } catch (SQLException | DatabaseFailure stillLost) {
      // The row stays `running`, and the next run of the load settles it.
      return;
    }
  }

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
