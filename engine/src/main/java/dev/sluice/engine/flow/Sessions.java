package dev.sluice.engine.flow;

import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.run.Deadline;
import dev.sluice.engine.run.Interruption;
import dev.sluice.engine.run.Readers;
import dev.sluice.engine.run.Session;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The sessions in which suites are carried out.
 *
 * @param interruption ends them all
 */
record Sessions(Interruption interruption) {

  /** On the suite's own connection; the suite's deadline begins now, when its turn has come. */
  Session of(ReadySuite suite) throws SQLException {
    return on(suite, suite.connection(), Deadline.in(suite.timeout()));
  }

  /** Further ones beside a suite's own, each on one more connection; with the same deadline. */
  Readers.Another beside(ReadySuite suite, Session leader) {
    return () -> {
      Connection own = suite.database().connect();
      try {
        return on(suite, own, leader.deadline());
      } catch (SQLException unusable) {
        own.close();
        throw unusable;
      }
    };
  }

  private Session on(ReadySuite suite, Connection connection, Deadline deadline)
      throws SQLException {
    return new Session(
        suite.database().connector(), connection, deadline, interruption, suite.tellsValues());
  }
}
