package dev.sluice.engine.gate;

import dev.sluice.dsl.table.Table;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table beside the target that holds one row for each gate run. */
final class Ledger {

  /** How a run stands. */
  enum State {
    RUNNING("running"),
    PUBLISHED("published"),
    FAILED("failed"),
    ROLLED_BACK("rolled_back"),
    UNKNOWN("unknown");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private final LedgerTable place;
  private final Table table;

  /**
   * @param path where the ledger lies, outermost part first
   */
  Ledger(List<String> path) {
    this.place = new LedgerTable(path);
    this.table = place.table();
  }

  Table table() {
    return table;
  }

  /** Makes the table where it is not there yet, in the open transaction. */
  void create(Session session) {
    place.create(session);
  }

  boolean exists(Session session) {
    return place.exists(session);
  }

  /** A run of the past. */
  record Entry(
      String id,
      String runId,
      String state,
      long candidateRows,
      long published,
      long quarantined,
      long dropped,
      @Nullable String suiteFingerprint,
      @Nullable String candidateFingerprint) {}

  /** The run that published a batch, where there is one. */
  Optional<Entry> published(Session session, Load load) {
    if (load.batch().isEmpty() || !exists(session)) {
      return Optional.empty();
    }
    List<@Nullable Object> key =
        List.of(
            load.target(),
            load.candidate(),
            load.suite(),
            load.batch().get(),
            State.PUBLISHED.word());
    return read(
            session, "target = ? and candidate = ? and suite = ? and batch = ? and state = ?", key)
        .stream()
        .findFirst();
  }

  /** The row of this gate. */
  Optional<Entry> own(Session session, Load load) {
    return read(session, "id = ?", List.of(load.id())).stream().findFirst();
  }

  /** Rows of gates of the same load that have not ended, as far as anybody knows. */
  List<Entry> unended(Session session, Load load) {
    List<@Nullable Object> same =
        new ArrayList<>(
            List.of(
                load.target(),
                load.candidate(),
                load.suite(),
                State.RUNNING.word(),
                State.UNKNOWN.word()));
    String condition = "target = ? and candidate = ? and suite = ? and state in (?, ?) and batch ";
    load.batch().ifPresent(same::add);
    return read(session, condition + (load.batch().isPresent() ? "= ?" : "is null"), same);
  }

  /**
   * Writes down that gates ended without a word, as a killed process does. One that is alive after
   * all, and waits for its turn, writes its own end over it.
   *
   * @return their runs
   */
  List<String> settle(Session session, Load load, List<Entry> unended, Instant at) {
    List<String> runs = new ArrayList<>();
    for (Entry entry : unended) {
      long changed =
          session.update(
              new Statement(
                  "update "
                      + session.compiler().quoted(table)
                      + " set state = ?, ended_at = ?, message = ? where id = ? and state in (?, ?)",
                  List.of(
                      State.FAILED.word(),
                      at,
                      "did not end; settled by run " + load.runId(),
                      entry.id(),
                      State.RUNNING.word(),
                      State.UNKNOWN.word())));
      if (changed > 0) {
        runs.add(entry.runId());
      }
    }
    return runs;
  }

  private List<Entry> read(Session session, String condition, List<@Nullable Object> parameters) {
    String sql =
        "select id, run_id, state, candidate_rows, published, quarantined, dropped,"
            + " suite_fingerprint, candidate_fingerprint from "
            + session.compiler().quoted(table)
            + " where "
            + condition;
    List<Entry> entries = new ArrayList<>();
    for (List<@Nullable Object> row : session.lists(new Statement(sql, parameters))) {
      entries.add(
          new Entry(
              String.valueOf(row.get(0)),
              String.valueOf(row.get(1)),
              String.valueOf(row.get(2)),
              number(row.get(3)),
              number(row.get(4)),
              number(row.get(5)),
              number(row.get(6)),
              text(row.get(7)),
              text(row.get(8))));
    }
    return entries;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  /** Writes the row of a run that begins. */
  void running(Session session, Load load, Instant at) {
    insert(
        session,
        "id, run_id, suite, candidate, target, batch, state, started_at, suite_fingerprint",
        Arrays.asList(
            load.id(),
            load.runId(),
            load.suite(),
            load.candidate(),
            load.target(),
            load.batch().orElse(null),
            State.RUNNING.word(),
            at,
            load.fingerprint()));
  }

  private void insert(Session session, String columns, List<@Nullable Object> values) {
    String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
    session.update(
        new Statement(
            "insert into "
                + session.compiler().quoted(table)
                + " ("
                + columns
                + ") values ("
                + marks
                + ")",
            values));
  }

  /**
   * Writes how a run ended, in the open transaction.
   *
   * @throws DatabaseFailure also when the run has no row, which would leave no proof
   */
  void ended(
      Session session,
      Load load,
      State state,
      Counts counts,
      Optional<String> candidateFingerprint,
      String message,
      Instant at) {
    long changed =
        session.update(
            new Statement(
                "update "
                    + session.compiler().quoted(table)
                    + " set state = ?, ended_at = ?, candidate_rows = ?, published = ?,"
                    + " quarantined = ?, dropped = ?, candidate_fingerprint = ?, message = ?"
                    + " where id = ?",
                Arrays.asList(
                    state.word(),
                    at,
                    counts.candidate(),
                    counts.published(),
                    counts.quarantined(),
                    counts.dropped(),
                    candidateFingerprint.orElse(null),
                    message,
                    load.id())));
    if (changed != 1) {
      throw new DatabaseFailure("ledger", "the row of this run is gone from " + table.display());
    }
  }

  /**
   * Writes down that nobody heard how a run ended. Where it was published after all, its row says
   * so already, and stays.
   */
  void lost(Session session, Load load, String message) {
    session.update(
        new Statement(
            "update "
                + session.compiler().quoted(table)
                + " set state = ?, message = ? where id = ? and state = ?",
            List.of(State.UNKNOWN.word(), message, load.id(), State.RUNNING.word())));
  }

  /** Takes the row of a run away that turned out to have nothing to do. */
  void forget(Session session, Load load) {
    session.update(
        new Statement(
            "delete from " + session.compiler().quoted(table) + " where id = ?",
            List.of(load.id())));
  }
}
