package dev.sluice.engine.gate;

import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the ledger that a purge is about.
 *
 * @param target as the ledger writes it
 * @param before runs that ended before this
 * @param dead runs without an end that began before this
 */
record OldRuns(Ledger ledger, String target, String suite, Instant before, Instant dead) {

  /** How many there are, and how many of these published a batch. */
  record Tally(long runs, long batches) {}

  Tally count(Session session) {
    List<@Nullable Object> row =
        session
            .lists(
                statement(
                    session,
                    "select count(*) as runs, count(case when state = '"
                        + Ledger.State.PUBLISHED.word()
                        + "' then batch end) as batches"))
            .get(0);
    return new Tally(number(row.get(0)), number(row.get(1)));
  }

  void delete(Session session) {
    session.update(statement(session, "delete"));
  }

  private Statement statement(Session session, String head) {
    return new Statement(
        head
            + " from "
            + session.compiler().quoted(ledger.table())
            + " where target = ? and suite = ?"
            + " and (ended_at < ? or (ended_at is null and started_at < ?))",
        List.of(target, suite, before, dead));
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
