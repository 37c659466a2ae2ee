package dev.sluice.engine.connector;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Optional;

/** Transactions, locks and cancellation, as one database does them. */
public interface Transactions {

  /**
   * Begins a transaction on a connection in auto-commit mode, isolated so that all its statements
   * see one state.
   */
  void begin(Connection connection, boolean readOnly) throws SQLException;

  /**
   * Makes what a transaction sees, begun for reading and with nothing asked in it yet, known to
   * other connections until it ends.
   *
   * @return a name for {@link #beginAt}; empty where the database has no such thing
   */
  default Optional<String> shareSnapshot(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /**
   * Begins a transaction that only reads, and sees what the one sees that gave the name.
   *
   * @throws SQLException also where the database has no such thing
   */
  default void beginAt(Connection connection, String snapshot) throws SQLException {
    throw new SQLFeatureNotSupportedException("no connection sees what another one does");
  }

  /**
   * Forbids writes in the open transaction from here on, until it is undone to an earlier
   * savepoint. Does nothing where the database cannot.
   */
  default void forbidWrites(Connection connection) throws SQLException {}

  /**
   * Tries to take the gate's lock for a target, held until the transaction ends. Does not wait.
   *
   * @return whether it is held
   */
  boolean tryLock(Connection connection, String key) throws SQLException;

  /**
   * Whether the lock is held on when the transaction ends, until {@link #unlock}: then the
   * transaction can be begun anew under the lock, and sees all that its last holder committed.
   */
  boolean lockOutlivesTransaction();

  /** Gives back what {@link #tryLock} holds outside the database; after the transaction's end. */
  void unlock(Connection connection, String key);

  /** The identity of the running transaction, where the database has one. */
  Optional<String> transactionId(Connection connection) throws SQLException;

  /**
   * The words of an error for people. They never hold a whole row: those of the database may, where
   * it tells which row it refused.
   *
   * @param values whether a single value may stand in them
   */
  default String words(SQLException error, boolean values) {
    String message = error.getMessage();
    if (values && message != null) {
      return message;
    }
    return "the database refused it (SQL state " + error.getSQLState() + ")";
  }

  /** Whether an error says that another transaction or process is in the way. */
  boolean isBusy(SQLException error);

  /** Whether an error says that a statement ran out of time or was cancelled. */
  boolean isTimeout(SQLException error);

  /** Limits every later statement of the running transaction. */
  void limit(Connection connection, Duration timeout) throws SQLException;

  /** Takes back what {@link #limit} or a statement's own limit left on the connection. */
  default void unlimit(Connection connection) throws SQLException {}
}
