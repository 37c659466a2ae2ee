package dev.sluice.engine.run;

import dev.sluice.engine.connector.Capabilities;
import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.sql.SqlCompiler;
import dev.sluice.engine.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
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

  private final Connector connector;
  private final Connection connection;
  private final Capabilities capabilities;
  private final SqlCompiler compiler;
  private final Statements statements;
  private final WorkTransactions transactions;
  private int scans;
  private int sampleScans;

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
    HeadStart.awaitCompiler();
    this.compiler = new SqlCompiler(connector.sql());
    this.statements = new Statements(connector, connection, deadline, values);
    this.transactions = new WorkTransactions(connector, connection, capabilities, statements);
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

  /** Others have scanned for this session. */
  void accompanied(int others) {
    scans += others;
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

  /**
   * Refuses to go on where somebody else's statements gave the session another meaning.
   *
   * @throws DatabaseFailure then
   */
  public void judgeAgain() {
    try {
      connector.capabilities(connection);
    } catch (SQLException failure) {
      throw statements.failure(failure);
    }
  }

  /** Begins a transaction in which nothing is written; all its statements see one state. */
  public void beginReading() {
    transactions.beginReading();
  }

  /**
   * Makes what the transaction sees, begun for reading and not used yet, known to others.
   *
   * @return the name for {@link #beginReadingAt}; empty where the database has none
   */
  Optional<String> shareSnapshot() {
    return transactions.shareSnapshot();
  }

  /** Begins a transaction that sees what another session's does, see {@link #shareSnapshot}. */
  void beginReadingAt(String snapshot) {
    transactions.beginReadingAt(snapshot);
  }

  /** Reads in a transaction of its own; the connection is in auto-commit mode again then. */
  public <T> T reading(Supplier<T> work) {
    return transactions.reading(work);
  }

  /** Begins a transaction that writes; where there is one writer at a time its turn is awaited. */
  public void beginWriting() {
    transactions.beginWriting();
  }

  /** Works in a transaction that the caller has open; it is marked, where the database can. */
  public void join() {
    transactions.join();
  }

  /** Undoes what was done since {@link #join}, where the database can; the rest is the caller's. */
  public void undoJoined() {
    transactions.undoJoined();
  }

  /**
   * Commits.
   *
   * @throws DatabaseFailure also when a statement of the transaction had failed: some databases
   *     would accept the commit silently and keep nothing
   */
  public void commit() {
    transactions.commit();
  }

  /** Undoes the open transaction; does nothing without one. */
  public void rollback() {
    transactions.rollback();
  }

  /** Whether a transaction is open, also one that could not be undone. */
  public boolean isOpen() {
    return transactions.isOpen();
  }

  /** Whether a statement has failed so that only {@link #rollback} is left. */
  public boolean isBroken() {
    return transactions.isBroken();
  }

  /** Gives up the connection, so that the database undoes what could not be undone here. */
  public void abandon() {
    transactions.abandon();
  }

  /**
   * Runs work whose failure must not spoil what follows: while reading, the transaction is begun
   * anew; while writing, it is undone to where it stood, where the database can; else the
   * transaction is only good for rollback.
   */
  public <T> T attempt(Supplier<T> work) {
    return transactions.attempt(work);
  }

  /**
   * The same for a text that people wrote: what it writes is refused or undone, where the database
   * can do that within a transaction.
   */
  public <T> T attemptReading(Supplier<T> work) {
    return transactions.attemptReading(work);
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
}
