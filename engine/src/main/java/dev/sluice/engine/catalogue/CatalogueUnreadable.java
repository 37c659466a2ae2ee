package dev.sluice.engine.catalogue;

import java.sql.SQLException;

/** The database did not answer a question about its tables. */
public final class CatalogueUnreadable extends RuntimeException {

  private final SQLException error;

  CatalogueUnreadable(SQLException error) {
    super(error.getMessage(), error);
    this.error = error;
  }

  /** What the database said. */
  public SQLException error() {
    return error;
  }
}
