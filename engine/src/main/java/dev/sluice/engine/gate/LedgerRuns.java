package dev.sluice.engine.gate;

import dev.sluice.dsl.table.Table;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.util.List;

/** Which rows of a quarantine are of another load, as far as the ledger knows. */
public final class LedgerRuns {

  private LedgerRuns() {}

  /**
   * Runs with rows in the quarantine that gated something else: into another target, or neither the
   * suite nor the candidate of this name. What the ledger does not know is nobody else's.
   *
   * @param ledger its path
   * @param target the path of the suite's own
   * @param candidate as the suite writes it
   */
  public static List<String> foreign(
      Session session,
      List<String> ledger,
      Table quarantine,
      List<String> target,
      String suite,
      String candidate) {
    Ledger book = new Ledger(ledger);
    if (!book.exists(session)) {
      return List.of();
    }
    String table = session.compiler().quoted(book.table());
    String sql =
        "select distinct run_id from "
            + table
            + " where run_id in (select sluice_run from "
            + session.compiler().quoted(quarantine)
            + ") and run_id not in (select run_id from "
            + table
            + " where target = ? and (suite = ? or candidate = ?))";
    return session
        .lists(new Statement(sql, List.of(String.join(".", target), suite, candidate)))
        .stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }
}
