package dev.sluice.engine.run;

import dev.sluice.engine.connector.Capabilities;
import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.sql.SqlCompiler;
import dev.sluice.engine.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * One connection at work: its transactions and what is asked in them, with scans counted. Not safe
 * for several threads, save for its {@link #cancellation}. It does not own the connection.
 */
public final class Session {

  private static final long PAUSE_MILLIS = 50;

  private final Connector connector;
  private final Connection connection;
  private final Capabilities capabilities;
  private final SqlCompiler compiler;
  private final Statements statements;
  private Mode mode = Mode.NONE;
  private Optional<Savepoint> joined = Optional.empty();
  private int scans;
  private int sampleScans;

  /** What kind of transaction is open. */
  private enum Mode {
    NONE,
    READING,
    WRITING,
    /** A statement failed and could not be undone alone: only rollback is left. */
    BROKEN
  }

  /** A session that nothing but its deadline ends early. */
  public Session(Connector connector, Connection connection, Deadline deadline)
      throws SQLException {
    this(connector, connection, deadline, new Interruption(), true);
  }

  /**
   * @param values whether values of rows may stand in the words of errors
   */
  public Session(
      Connector connector,
      Connection connection,
      Deadline deadline,
      Interruption interruption,
      boolean values)
      throws SQLException {
    this.connector = connector;
    this.connection = connection;
    this.capabilities = connector.capabilities(connection);
    this.compiler = new SqlCompiler(connector.sql());
    this.statements = new Statements(connector, connection, deadline, values);
    interruption.reaches(statements.cancellation());
  }

  public Connector connector() {
    return connector;
  }

  /**
   * The connection as a handle of Jdbi with its own ways of binding: what a load step in Java
   * writes through.
   */
  public Handle stepHandle() {
    return Jdbi.create(connection).open();
  }

  public Connection connection() {
    return connection;
  }

  public Capabilities capabilities() {
    return capabilities;
  }

  public SqlCompiler compiler() {
    return compiler;
  }

  public Deadline deadline() {
    return statements.deadline();
  }

  /**
   * What comes now must be written down or read whatever ended the work, a deadline or an
   * interruption too: it has a short time of its own.
   */
  public void lastWords() {
    statements.lastWords();
  }

  public Cancellation cancellation() {
    return statements.cancellation();
  }

  /**
   * Refuses to go on when time is up or the run was interrupted.
   *
   * @throws DatabaseFailure then
   */
  public void keepGoing() {
    statements.keepGoing();
  }

  /** Statements so far that measured a table. */
  public int scans() {
    return scans;
  }

  /** Statements so far that only fetched samples. */
  public int sampleScans() {
    return sampleScans;
  }

  /** The words of an error of this database, as far as they may be told. */
  public String words(Throwable thrown) {
    return statements.words(thrown);
  }

  /** The identity of the open transaction, where the database tells it. */
  public Optional<String> transactionId() {
    try {
      return connector.transactions().transactionId(connection);
    } catch (SQLException failure) {
      throw statements.failure(failure);
    }
  }

  /** Begins a transaction in which nothing is written; all its statements see one state. */
  public void beginReading() {
    transaction(() -> connector.transactions().begin(connection, true), Mode.READING);
  }

  /** Reads in a transaction of its own; the connection is in auto-commit mode again then. */
  public <T> T reading(Supplier<T> work) {
    beginReading();
    try {
      return work.get();
    } finally {
      rollback();
      transaction(() -> connection.setAutoCommit(true), Mode.NONE);
    }
  }

  /** Begins a transaction that writes; where there is one writer at a time its turn is awaited. */
  public void beginWriting() {
    while (true) {
      try {
        transaction(() -> connector.transactions().begin(connection, false), Mode.WRITING);
        return;
      } catch (DatabaseFailure failure) {
        boolean isBusy = failure.failure().code().equals("busy");
        if (!isBusy || deadline().remaining().toMillis() <= PAUSE_MILLIS) {
          throw failure;
        }
      }
      statements.keepGoing();
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted();
    }
  }

  /** Works in a transaction that the caller has open; it is marked, where the database can. */
  public void join() {
    mode = Mode.WRITING;
    joined = savepoint();
  }

  /** Undoes what was done since {@link #join}, where the database can; the rest is the caller's. */
  public void undoJoined() {
    if (joined.isPresent()) {
      Savepoint mark = joined.get();
      transaction(() -> connection.rollback(mark), Mode.WRITING);
    }
  }

  /**
   * Commits.
   *
   * @throws DatabaseFailure also when a statement of the transaction had failed: some databases
   *     would accept the commit silently and keep nothing
   */
  public void commit() {
    if (mode == Mode.BROKEN) {
      throw new DatabaseFailure("database", "a statement of the transaction failed: not committed");
    }
    transaction(connection::commit, Mode.NONE);
  }

  /** Undoes the open transaction; does nothing without one. */
  public void rollback() {
    if (mode != Mode.NONE) {
      transaction(connection::rollback, Mode.NONE);
    }
  }

  /** Whether a statement has failed so that only {@link #rollback} is left. */
  public boolean isBroken() {
    return mode == Mode.BROKEN;
  }

  private void transaction(SqlWork work, Mode next) {
    try {
      work.run();
      mode = next;
    } catch (SQLException failure) {
      throw statements.failure(failure);
    }
  }

  /**
   * Runs work whose failure must not spoil what follows: while reading, the transaction is begun
   * anew; while writing, it is undone to where it stood, where the database can; else the
   * transaction is only good for rollback.
   */
  public <T> T attempt(Supplier<T> work) {
    return attempt(work, false);
  }

  /**
   * The same for a text that people wrote: what it writes is refused or undone, where the database
   * can do that within a transaction.
   */
  public <T> T attemptReading(Supplier<T> work) {
    return attempt(work, true);
  }

  private <T> T attempt(Supplier<T> work, boolean reading) {
    if (mode == Mode.BROKEN) {
      throw new DatabaseFailure("database", "not run: an earlier statement failed");
    }
    Optional<Savepoint> savepoint = savepoint();
    try {
      if (savepoint.isPresent() && reading) {
        connector.transactions().forbidWrites(connection);
      }
      T result = work.get();
      if (savepoint.isPresent() && reading) {
        connection.rollback(savepoint.get());
      }
      if (savepoint.isPresent()) {
        connection.releaseSavepoint(savepoint.get());
      }
      return result;
    } catch (DatabaseFailure failure) {
      recover(savepoint);
      throw failure;
    } catch (SQLException failure) {
      throw statements.failure(failure);
    }
  }

  private Optional<Savepoint> savepoint() {
    if (mode != Mode.WRITING || !capabilities.savepoints()) {
      return Optional.empty();
    }
    try {
      return Optional.of(connection.setSavepoint());
    } catch (SQLException failure) {
      throw statements.failure(failure);
    }
  }

  private void recover(Optional<Savepoint> savepoint) {
    try {
      if (savepoint.isPresent()) {
        connection.rollback(savepoint.get());
      } else if (mode == Mode.READING) {
        connection.rollback();
        connector.transactions().begin(connection, true);
      } else if (mode == Mode.WRITING) {
        mode = Mode.BROKEN;
      }
    } catch (SQLException lost) {
      // The connection is gone: what follows fails by itself, and closed.
      mode = Mode.BROKEN;
    }
  }

  /**
   * Runs a scan.
   *
   * @throws DatabaseFailure when the database does not answer it
   */
  public Map<Measurement, Measurement.Result> measure(Scan scan, Statement statement) {
    scans++;
    List<List<@Nullable Object>> rows = lists(statement);
    if (rows.size() != 1) {
      throw new DatabaseFailure(
          "database", "a scan gave " + rows.size() + " rows instead of one: " + statement.sql());
    }
    return compiler.results(scan, rows.get(0));
  }

  /** The rows that a scan gives which fetches some, as lists. */
  public List<List<@Nullable Object>> scan(Statement statement) {
    scans++;
    return lists(statement);
  }

  /** The one number that a scan of a whole query gives. */
  public long count(Statement statement) {
    scans++;
    return number(statement);
  }

  /** The one number that a statement gives; not counted as a scan. */
  public long number(Statement statement) {
    Object value = lists(statement).get(0).get(0);
    return value instanceof Number number ? number.longValue() : 0;
  }

  /** The one text that a statement gives; not counted as a scan. */
  public String text(Statement statement) {
    return String.valueOf(lists(statement).get(0).get(0));
  }

  /** Rows of failing samples, by column label. */
  public List<Map<String, @Nullable Object>> samples(Statement statement) {
    sampleScans++;
    return maps(statement);
  }

  /** The different labels of the columns that a query gives, in order; it is not run. */
  public List<String> labels(Statement statement) {
    return statements.labels(statement);
  }

  /** All rows of a small result, by column label. */
  public List<Map<String, @Nullable Object>> maps(Statement statement) {
    return statements.maps(statement);
  }

  /** All rows of a small result, as lists. */
  public List<List<@Nullable Object>> lists(Statement statement) {
    return statements.lists(statement);
  }

  /**
   * Runs a statement that changes something.
   *
   * @return the number of rows changed; 0 for definitions
   */
  public long update(Statement statement) {
    return statements.update(statement);
  }

  /** Runs a statement of a load step, whatever it gives back. */
  public void execute(Statement statement) {
    statements.execute(statement);
  }

  private interface SqlWork {
    void run() throws SQLException;
  }
}
