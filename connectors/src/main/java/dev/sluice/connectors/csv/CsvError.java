package dev.sluice.connectors.csv;

import java.io.IOException;

/** A file that is not a well-formed CSV; the message names the file and the line. */
public final class CsvError extends IOException {

  public CsvError(String message) {
    super(message);
  }

  static CsvError at(String file, long line, String problem) {
    return new CsvError("`" + file + "`, line " + line + ": " + problem);
  }
}
