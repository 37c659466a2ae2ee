package dev.sluice.connectors.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The JDBC calls of one run, counted and written down, and the fault that strikes one of them. */
final class Calls {

  /** Part of every injected message, as some drivers quote what they were given. */
  static final String PASSWORD = "pw-canary-7f3a";

  private static final int KILLED = 137;
  private static final String COMMIT = "Connection.commit";

  /** Which calls are counted. */
  enum Reach {
    /** All, those too that only read what the driver has fetched before. */
    ALL,
    /** Those by which something happens in the database. */
    STATEMENTS;

    private static final Pattern STATEMENT =
        Pattern.compile(
            "Connector\\.open|Database\\.connect|(Prepared)?Statement\\.execute.*|Connection\\."
                + "(commit|rollback|setAutoCommit|setSavepoint|releaseSavepoint|close).*",
            Pattern.DOTALL);

    boolean counts(String call) {
      return this == ALL || STATEMENT.matcher(call).matches();
    }
  }

  private final Reach reach;
  private final Optional<Injection> injection;
  private final List<String> made = new ArrayList<>();
  private final Set<Connection> open = new LinkedHashSet<>();
  private final Set<Connection> lost = new LinkedHashSet<>();
  private final Consumer<String> witness;
  private boolean gone;
  private boolean struck;
  private int commitsBefore;

  Calls(Reach reach, Optional<Injection> injection) {
    this(reach, injection, call -> {});
  }

  /**
   * @param witness hears of each call that is counted before it is made
   */
  Calls(Reach reach, Optional<Injection> injection, Consumer<String> witness) {
    this.reach = reach;
    this.injection = injection;
    this.witness = witness;
  }

  /** What is done for a call. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Makes a call that belongs to no connection yet. */
  <T> T make(String what, Work<T> work) throws SQLException {
    return make(what, Optional.empty(), work);
  }

  /**
   * Makes a call.
   *
   * @param on the real connection of the call
   */
  <T> T make(String what, Optional<Connection> on, Work<T> work) throws SQLException {
    if (reach.counts(what)) {
      witness.accept(what);
    }
    Optional<Injection> fault = next(what, on);
    if (fault.isPresent() && fault.get().moment() != Injection.Moment.AFTER) {
      if (fault.get().moment() == Injection.Moment.INSTEAD && on.isPresent()) {
        refuse(on.get());
      }
      strike(fault.get(), what, on);
    }
    T result = work.run();
    if (fault.isPresent()) {
      strike(fault.get(), what, on);
    }
    return result;
  }

  private synchronized Optional<Injection> next(String what, Optional<Connection> on)
      throws SQLException {
    boolean counted = reach.counts(what);
    if (counted) {
      made.add(what);
    }
    if (gone || on.filter(lost::contains).isPresent()) {
      throw error(what);
    }
    return injection.filter(each -> counted && each.call() == made.size());
  }

  // The database must have seen the failure itself: PostgreSQL and DuckDB then keep nothing.
  private static void refuse(Connection real) {
    try (Statement statement = real.createStatement()) {
      statement.execute("select no_such_column from no_such_table");
    } catch (SQLException wanted) {
      return;
    }
    throw new IllegalStateException("a wrong statement was accepted");
  }

  private synchronized void strike(Injection fault, String what, Optional<Connection> on)
      throws SQLException {
    struck = true;
    commitsBefore = (int) made.subList(0, made.size() - 1).stream().filter(COMMIT::equals).count();
    switch (fault.lasting()) {
      case HALT -> Runtime.getRuntime().halt(KILLED);
      case CONNECTION -> on.ifPresent(this::lose);
      case FOREVER -> {
        gone = true;
        open.forEach(this::lose);
      }
      case ONCE -> {
        // the next call goes through
      }
    }
    throw error(what);
  }

  private void lose(Connection real) {
    lost.add(real);
    close(real);
  }

  private static SQLException error(String what) {
    return new SQLException(
        "injected fault at " + what + " of user loader with " + PASSWORD, "08006");
  }

  synchronized void opened(Connection real) {
    open.add(real);
  }

  /** Whether the fault has struck. */
  synchronized boolean struck() {
    return struck;
  }

  /**
   * Whether the fault struck the second commit, which publishes, or what came after: the first is
   * that of the ledger's row `running`.
   */
  synchronized boolean struckAtPublishing() {
    boolean itself =
        struck && injection.filter(each -> made.get(each.call() - 1).equals(COMMIT)).isPresent();
    return struck && (commitsBefore >= 2 || (commitsBefore == 1 && itself));
  }

  /** What was counted, in order. */
  synchronized List<String> made() {
    return List.copyOf(made);
  }

  /** Ends every connection that was opened, as the end of the process would. */
  synchronized void end() {
    gone = true;
    open.forEach(Calls::close);
  }

  private static void close(Connection real) {
    try {
      real.close();
    } catch (SQLException alreadyGone) {
      return;
    }
  }
}
