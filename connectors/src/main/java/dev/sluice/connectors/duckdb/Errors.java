package dev.sluice.connectors.duckdb;

import dev.sluice.connectors.csv.CsvError;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an error of DuckDB says. It has no SQL states, so its words are what there is. */
final class Errors {

  private Errors() {}

  /** Another process, or another instance in this one, has the file. */
  static boolean isHeldFile(SQLException error) {
    return error instanceof SQLTransientConnectionException
        || says(error, "could not set lock on file")
        || says(error, "unique file handle conflict")
        || isOtherConfiguration(error);
  }

  static boolean isOtherConfiguration(SQLException error) {
    return says(error, "with a different configuration than existing connections");
  }

  /** Whether a message is of a kind that quotes values, by how DuckDB begins it. */
  private static final Pattern QUOTES_VALUE =
      Pattern.compile(
          "(?s)((?:Conversion|Constraint|Invalid Input|Out of Range|Mismatch Type) Error): .*");

  /**
   * @param values whether the words may quote a value
   */
  static String words(SQLException error, boolean values) {
    String message = String.valueOf(error.getMessage());
    if (values) {
      return message;
    }
    if (error.getCause() instanceof CsvError file) {
      return file.discreet();
    }
    Matcher quoting = QUOTES_VALUE.matcher(message);
    return quoting.matches() ? "the database refused a value (" + quoting.group(1) + ")" : message;
  }

  /** Another transaction changed what this one wanted to change. */
  static boolean isConflict(SQLException error) {
    return says(error, "conflict on")
        || says(error, "write-write conflict")
        || says(error, "transaction conflict");
  }

  static boolean isInterrupted(SQLException error) {
    return error instanceof SQLTimeoutException || says(error, "interrupt error");
  }

  private static boolean says(SQLException error, String words) {
    String message = error.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains(words);
  }
}
