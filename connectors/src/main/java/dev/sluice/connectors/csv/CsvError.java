package dev.sluice.connectors.csv;

import java.io.IOException;

/** A file that is not a well-formed CSV; the message names the file and the line. */
public final class CsvError extends IOException {

  private final String discreet;

  public CsvError(String message) {
    this(message, message);
  }

  private CsvError(String message, String discreet) {
    super(message);
    this.discreet = discreet;
  }

  /** The message without a value of the file. */
  public String discreet() {
    return discreet;
  }

  static CsvError at(String file, long line, String problem) {
    return new CsvError("`" + file + "`, line " + line + ": " + problem);
  }

  /** A value that is not what it should be. */
  static CsvError at(String file, long line, String value, String problem) {
    String place = "`" + file + "`, line " + line + ": ";
    return new CsvError(place + "'" + value + "' " + problem, place + "a value " + problem);
  }
}
