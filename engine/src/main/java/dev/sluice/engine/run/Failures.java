package dev.sluice.engine.run;

import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.value.Values;
import dev.sluice.engine.connector.Transactions;
import dev.sluice.engine.report.Failure;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Errors of drivers to failures with a code and the database's own words. */
public final class Failures {

  private Failures() {}

  /**
   * The failure of a statement that a session ran.
   *
   * @param values whether values of rows may stand in its words
   */
  static DatabaseFailure of(
      Throwable thrown, Transactions transactions, boolean values, Deadline deadline) {
    SQLException error = sqlException(thrown);
    if (error == null) {
      return new DatabaseFailure(new Failure("database", words(thrown)), thrown);
    }
    if (deadline.passed() || transactions.isTimeout(error)) {
      return timeout(deadline);
    }
    String code = transactions.isBusy(error) ? "busy" : "database";
    return new DatabaseFailure(new Failure(code, words(error, transactions, values)), thrown);
  }

  /** The failure of an error that no statement of a session raised. */
  public static DatabaseFailure failure(SQLException error) {
    return new DatabaseFailure(new Failure("database", words(error)), error);
  }

  /** The failure of a run that somebody ended. */
  public static DatabaseFailure interrupted() {
    return new DatabaseFailure("interrupted", "the run was interrupted");
  }

  /** The failure of a run that has no time left. */
  static DatabaseFailure timeout(Deadline deadline) {
    return new DatabaseFailure(
        "timeout", "not done within " + Values.text(deadline.limit()) + "; `--timeout` sets more");
  }

  /** The words of an error, on one line, without a driver's class names and without secrets. */
  public static String words(Throwable thrown) {
    SQLException error = sqlException(thrown);
    String message = error == null ? thrown.getMessage() : error.getMessage();
    return plain(message == null ? thrown.getClass().getSimpleName() : message);
  }

  /**
   * The same as the database's own connector says it.
   *
   * @param values whether values of rows may stand in them
   */
  public static String words(Throwable thrown, Transactions transactions, boolean values) {
    SQLException error = sqlException(thrown);
    return error == null ? words(thrown) : plain(transactions.words(error, values));
  }

  private static String plain(String message) {
    return Redaction.mask(message.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  private static @Nullable SQLException sqlException(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof SQLException) {
        return (SQLException) at;
      }
    }
    return null;
  }
}
