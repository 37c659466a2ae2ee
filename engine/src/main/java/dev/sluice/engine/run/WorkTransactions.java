package dev.sluice.engine.run;

import dev.sluice.engine.connector.Capabilities;
import dev.sluice.engine.connector.Connector;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.function.Supplier;

/** The transactions of one session, one after the other, and what becomes of failures in them. */
final class WorkTransactions {

  private static final long PAUSE_MILLIS = 50;

  private final Connector connector;
  private final Connection connection;
  private final Capabilities capabilities;
  private final Statements statements;
  private Mode mode = Mode.NONE;
  private Optional<Savepoint> joined = Optional.empty();
  private boolean shared;

  /** What kind of transaction is open. */
  private enum Mode {
    NONE,
    READING,
    WRITING,
    /** A statement failed and could not be undone alone: only rollback is left. */
    BROKEN
  }

  WorkTransactions(
      Connector connector,
      Connection connection,
      Capabilities capabilities,
      Statements statements) {
    this.connector = connector;
    this.connection = connection;
    this.capabilities = capabilities;
    this.statements = statements;
  }

  /** Begins a transaction in which nothing is written; all its statements see one state. */
  void beginReading() {
    begin(true, Mode.READING);
  }

  /**
   * Makes what the reading transaction sees known to others. From then on a failure in it is undone
   * to where it stood: begun anew it would see another state than they do.
   */
  Optional<String> shareSnapshot() {
    try {
      Optional<String> snapshot = connector.transactions().shareSnapshot(connection);
      shared = snapshot.isPresent() && capabilities.savepoints();
      return shared ? snapshot : Optional.empty();
    } catch (SQLException refused) {
      // Without it one connection reads everything.
      recover(Optional.empty());
      return Optional.empty();
    }
  }

  /** Begins a transaction that sees what another session's does. */
  void beginReadingAt(String snapshot) {
    mode = Mode.BROKEN;
    transaction(() -> connector.transactions().beginAt(connection, snapshot), Mode.READING);
  }

  /** Reads in a transaction of its own; the connection is in auto-commit mode again then. */
  <T> T reading(Supplier<T> work) {
    beginReading();
    try {
      return work.get();
    } finally {
      rollback();
      transaction(() -> connection.setAutoCommit(true), Mode.NONE);
    }
  }

  /** Begins a transaction that writes; where there is one writer at a time its turn is awaited. */
  void beginWriting() {
    while (true) {
      try {
        begin(false, Mode.WRITING);
        return;
      } catch (DatabaseFailure failure) {
        boolean isBusy = failure.failure().code().equals("busy");
        if (!isBusy || statements.deadline().remaining().toMillis() <= PAUSE_MILLIS) {
          throw failure;
        }
      }
      rollback();
      statements.keepGoing();
      pause();
    }
  }

  // One that could not be undone is still open: what is written now would be kept together with it.
  private void begin(boolean readOnly, Mode next) {
    if (mode != Mode.NONE) {
      throw new DatabaseFailure("database", "the transaction before could not be ended");
    }
    mode = Mode.BROKEN;
    shared = false;
    transaction(() -> connector.transactions().begin(connection, readOnly), next);
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
  void join() {
    mode = Mode.WRITING;
    joined = savepoint();
  }

  /** Undoes what was done since {@link #join}, where the database can; the rest is the caller's. */
  void undoJoined() {
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
  void commit() {
    if (mode == Mode.BROKEN) {
      throw new DatabaseFailure("database", "a statement of the transaction failed: not committed");
    }
    transaction(connection::commit, Mode.NONE);
  }

  /** Undoes the open transaction; does nothing without one. */
  void rollback() {
    if (mode != Mode.NONE) {
      transaction(connection::rollback, Mode.NONE);
    }
  }

  /** Whether a transaction is open, also one that could not be undone. */
  boolean isOpen() {
    return mode != Mode.NONE;
  }

  /** Gives up the connection, so that the database undoes what could not be undone here. */
  void abandon() {
    try {
      connection.close();
    } catch (SQLException lost) {
      // It is gone, or goes with the process: either way nothing is kept.
      return;
    }
  }

  /** Whether a statement has failed so that only {@link #rollback} is left. */
  boolean isBroken() {
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
  <T> T attempt(Supplier<T> work) {
    return attempt(work, false);
  }

  /**
   * The same for a text that people wrote: what it writes is refused or undone, where the database
   * can do that within a transaction.
   */
  <T> T attemptReading(Supplier<T> work) {
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
    if (!(mode == Mode.WRITING || shared) || !capabilities.savepoints()) {
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

  private interface SqlWork {
    void run() throws SQLException;
  }
}
